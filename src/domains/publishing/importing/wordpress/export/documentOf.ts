import type { NeutralAuthor, NeutralMetadata } from '../../neutral'
import { addressSlug } from './addressSlug'
import { plainText } from './plainText'
import type { WxrItem } from './readItem'
import { type SeoSite, seoOf } from './seoOf'

export type DocumentInput = {
  /** How reports call it. */
  name: string
  site: SeoSite & { url?: string }
  author?: NeutralAuthor
  term: (taxonomy: string, slug: string, label: string) => string | undefined
}

export type WordPressDocument = {
  metadata: NeutralMetadata
  /** Id of the featured picture. */
  thumbnail?: string
  warnings: { code: string; message: string }[]
  /** Names of what plugins and people stored beside the text. */
  customFields: string[]
}

export function documentOf(item: WxrItem, { name, site, author, term }: DocumentInput): WordPressDocument {
  const title = plainText(item.title)
  const kind = item.type === 'page' ? 'page' : 'article'
  const filed = item.terms.map(({ taxonomy, slug, name: label }) => ({
    taxonomy,
    slug: term(taxonomy, slug, label),
  }))
  const slugsIn = (wanted: string) => [
    ...new Set(filed.flatMap(({ taxonomy, slug }) => (taxonomy === wanted && slug ? [slug] : []))),
  ]
  const thumbnail = item.meta.get('_thumbnail_id')?.[0]
  const isWithDate = item.status === 'publish' || item.status === 'future' || item.status === 'private'
  return {
    metadata: {
      kind,
      file: name,
      sourceId: sourceIdOf(item, site.url),
      ...(title ? { title } : {}),
      slug: addressSlug(item.slug) || addressSlug(title) || item.id || 'untitled',
      ...addressesOf(item),
      names: [],
      ...(isWithDate && item.publishedAt ? { publishedAt: item.publishedAt } : {}),
      draft: item.status !== 'publish',
      authors: author ? [{ username: author.username, name: author.name }] : [],
      categories: slugsIn('category'),
      tags: slugsIn('post_tag'),
      featured: item.isSticky,
      audience: item.password ? 'members' : 'public',
      seo: seoOf(item.meta, site, title),
    },
    ...(thumbnail && thumbnail !== '0' ? { thumbnail } : {}),
    warnings: warningsOf(item),
    customFields: [...item.meta.keys()].filter((key) => !key.startsWith('_') && !ownFields.test(key)),
  }
}

/** Fields that are read, or that only WordPress itself has a use for. */
const ownFields = /^(?:footnotes|rank_math_|wp_page_template|enclosure$|pinged$)/

/** The site and the number: both stay the same however often the site is exported. */
export function sourceIdOf({ id, link, slug }: WxrItem, siteUrl: string | undefined): string {
  const site = siteUrl ? siteUrl.replace(/^https?:\/\/(?:www\.)?/, '') : 'wordpress'
  return `${site}?p=${id || slug || link}`
}

/** Where the document was found, and every other address that WordPress answered for it. */
function addressesOf({ id, type, link, meta }: WxrItem): Pick<NeutralMetadata, 'permalink' | 'aliases'> {
  const shortLinks = [`/?p=${id}`, ...(type === 'page' ? [`/?page_id=${id}`] : [])]
  if (!URL.canParse(link)) return { permalink: shortLinks[0] ?? '/', aliases: shortLinks }
  const { pathname, search } = new URL(link)
  if (/[?&](?:p|page_id|preview)=/.test(search))
    return { permalink: shortLinks[0] ?? '/', aliases: shortLinks }
  const former = (meta.get('_wp_old_slug') ?? []).map((slug) => pathname.replace(/[^/]+(\/?)$/, `${slug}$1`))
  return { permalink: pathname, aliases: [...shortLinks, ...former] }
}

function warningsOf({ status, password, publishedAt }: WxrItem): WordPressDocument['warnings'] {
  const warnings: WordPressDocument['warnings'] = []
  if (status === 'private')
    warnings.push({ code: 'PRIVATE_AS_DRAFT', message: 'It was private: it arrives as a draft.' })
  if (status === 'future')
    warnings.push({
      code: 'SCHEDULED_AS_DRAFT',
      message: `It was to be published at ${publishedAt ?? 'a time'}: it arrives as a draft. Plan its publication here.`,
    })
  if (!['publish', 'future', 'draft', 'pending', 'private'].includes(status))
    warnings.push({ code: 'STATUS_UNKNOWN', message: `Its status is “${status}”: it arrives as a draft.` })
  if (password)
    warnings.push({
      code: 'PASSWORD_AS_MEMBERS',
      message: 'It had a password of its own: here signed-in members read it.',
    })
  return warnings
}
