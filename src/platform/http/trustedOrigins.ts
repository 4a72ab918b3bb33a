import { env } from '@/src/platform/env'

const localHosts = ['localhost', '127.0.0.1', '[::1]']

/** Whether only who sits at this machine reaches the site. */
export function isLocalSite(): boolean {
  return localHosts.includes(new URL(env.SITE_URL).hostname)
}

/** Origins whose pages may use a visitor's cookies: the site itself, by each name of the local machine. */
export function trustedOrigins(): string[] {
  const site = new URL(env.SITE_URL)
  const hosts = isLocalSite() ? localHosts : [site.hostname]
  return hosts.map((hostname) => `${site.protocol}//${hostname}${site.port ? `:${site.port}` : ''}`)
}
