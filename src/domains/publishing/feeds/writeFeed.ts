/** A feed in the words of each format. What cannot stand in XML is left out before. */
import { type AtomFeed, generateAtomFeed, generateJsonFeed, generateRssFeed, type RssFeed } from 'feedsmith'
import { type FeedFormat, feedTypes } from './feedAddress'
import type { Feed, FeedItem } from './readFeed'
import { xmlText } from './xmlText'

const generator = 'Masthead'

const writers: Record<FeedFormat, (feed: Feed) => string> = {
  rss: (feed) => withoutIndent(generateRssFeed(rssOf(cleaned(feed)))),
  atom: (feed) => withoutIndent(generateAtomFeed(atomOf(cleaned(feed)))),
  json: (feed) => `${JSON.stringify(jsonOf(feed), null, 2)}\n`,
}

export function writeFeed(feed: Feed, format: FeedFormat): string {
  return writers[format](feed)
}

function rssOf(feed: Feed): RssFeed.Feed<Date> {
  return {
    title: feed.title,
    link: feed.pageUrl,
    description: feed.description,
    language: feed.language,
    lastBuildDate: feed.updatedAt,
    generator,
    docs: 'https://www.rssboard.org/rss-specification',
    image: feed.icon ? { url: feed.icon, title: feed.title, link: feed.pageUrl } : undefined,
    atom: { links: linksOf(feed, 'rss') },
    items: feed.items.map((item) => ({
      title: item.title,
      link: item.url,
      guid: { value: item.id, isPermaLink: false },
      pubDate: item.publishedAt,
      description: item.summary ?? item.title,
      content: item.html ? { encoded: item.html } : undefined,
      dc: { creators: item.authors.map(({ name }) => name), languages: [item.language] },
      categories: item.subjects.map((name) => ({ name })),
      enclosures: item.picture
        ? [{ url: item.picture.url, length: item.picture.bytes, type: item.picture.type }]
        : undefined,
      media: item.picture ? { contents: [mediaOf(item.picture)] } : undefined,
    })),
  }
}

function mediaOf({ url, type, width, height, words }: NonNullable<FeedItem['picture']>) {
  return { url, type, medium: 'image', width, height, description: words ? { value: words } : undefined }
}

function atomOf(feed: Feed): AtomFeed.Feed<Date> {
  return {
    id: feed.pageUrl,
    title: { value: feed.title },
    subtitle: { value: feed.description },
    updated: feed.updatedAt,
    generator: { text: generator },
    icon: feed.icon,
    // Entries without an author of their own need the feed's.
    authors: [{ name: feed.siteName, uri: feed.siteUrl }],
    links: [{ rel: 'alternate', type: 'text/html', href: feed.pageUrl }, ...linksOf(feed, 'atom')],
    xml: { lang: feed.language },
    entries: feed.items.map((item) => ({
      id: item.id,
      title: { value: item.title },
      links: [
        { rel: 'alternate', type: 'text/html', href: item.url, hreflang: item.language },
        ...(item.picture
          ? [
              {
                rel: 'enclosure',
                type: item.picture.type,
                href: item.picture.url,
                length: item.picture.bytes,
              },
            ]
          : []),
      ],
      published: item.publishedAt,
      updated: item.updatedAt,
      authors: item.authors.map(({ name, url }) => ({ name, uri: url })),
      categories: item.subjects.map((term) => ({ term })),
      summary: item.summary ? { value: item.summary } : undefined,
      content: item.html ? { type: 'html', value: item.html, xml: { lang: item.language } } : undefined,
    })),
  }
}

function linksOf({ url, nextUrl }: Feed, format: FeedFormat) {
  const type = feedTypes[format]
  return [{ rel: 'self', type, href: url }, ...(nextUrl ? [{ rel: 'next', type, href: nextUrl }] : [])]
}

function jsonOf(feed: Feed): unknown {
  return generateJsonFeed({
    title: feed.title,
    description: feed.description,
    home_page_url: feed.pageUrl,
    feed_url: feed.url,
    next_url: feed.nextUrl,
    icon: feed.icon,
    language: feed.language,
    authors: [{ name: feed.siteName, url: feed.siteUrl }],
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      summary: item.summary,
      // A reader needs one of the two.
      ...(item.html ? { content_html: item.html } : { content_text: item.summary ?? item.title }),
      image: item.picture?.url,
      date_published: item.publishedAt,
      date_modified: item.updatedAt,
      language: item.language,
      tags: item.subjects,
      authors: item.authors.map(({ name, url, picture }) => ({ name, url, avatar: picture })),
    })),
  })
}

/** The library puts text that it wraps on a line of its own: not every reader takes the indent off again. */
function withoutIndent(xml: string): string {
  return xml.replace(/>\s+<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\s+<\//g, ']]></')
}

function cleaned(feed: Feed): Feed {
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return xmlText(value)
    if (Array.isArray(value)) return value.map(clean)
    if (value && typeof value === 'object' && !(value instanceof Date))
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, clean(each)]))
    return value
  }
  return clean(feed) as Feed
}
