/** Feeds stand below the list that they are of: `/feed.xml`, `/tags/wood/atom.xml`. */
export const feedFiles = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const

export type FeedFormat = keyof typeof feedFiles

export const feedTypes: Record<FeedFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}

export const feedNames: Record<FeedFormat, string> = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' }

/** Path of the feed of the list at `listPath`, `/` for the whole site. */
export function feedAddress(listPath: string, format: FeedFormat = 'rss'): string {
  return `${listPath === '/' ? '' : listPath}/${feedFiles[format]}`
}

/** In the order in which readers are offered them. */
export const feedFormats: FeedFormat[] = ['rss', 'atom', 'json']
