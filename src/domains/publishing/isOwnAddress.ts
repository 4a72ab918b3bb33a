/** Addresses that answer for themselves, whatever is written: no page can have them and no redirect begins there. */
const ownAddress =
  /^\/(?:search|archive(?:\/.*)?|(?:feed|atom|sitemap)\.xml|feed\.json|sitemaps\/.*|(?:robots|llms|indexnow)\.txt|favicon\.ico|newsletter\/.*)$/
const ownFeed = /^\/(?:categories|tags|authors)\/[^/]+\/(?:(?:feed|atom)\.xml|feed\.json)$/
const ownFolder = /^\/(?:admin|api|_next|preview|og|fonts)(?:\/|$)/

export function isOwnAddress(path: string): boolean {
  return ownAddress.test(path) || ownFeed.test(path) || ownFolder.test(path)
}
