import { env } from '@/src/platform/env'

/** Origins whose pages may use a visitor's cookies: the site itself, by each name of the local machine. */
export function trustedOrigins(): string[] {
  const site = new URL(env.SITE_URL)
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(site.hostname)
  const hosts = isLocal ? ['localhost', '127.0.0.1', '[::1]'] : [site.hostname]
  return hosts.map((hostname) => `${site.protocol}//${hostname}${site.port ? `:${site.port}` : ''}`)
}
