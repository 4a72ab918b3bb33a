import type { TestServer } from './server'

/** `cast`: the named users have signed in. `empty`: migrated, and nobody has an account. */
export function templatesOf({ prefix }: Pick<TestServer, 'prefix'>) {
  return { cast: `${prefix}_cast`, empty: `${prefix}_empty` }
}
