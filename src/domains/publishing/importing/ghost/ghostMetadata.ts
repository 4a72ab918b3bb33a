/** A Ghost post as neutral metadata. */
import { slugify } from '@/src/platform/slugify'
import type { ImportIssue, NeutralAuthor, NeutralMetadata, NeutralTerm } from '../neutral'
import { plain } from './body/tree'
import { type GhostTables, type Post, withoutMark } from './GhostTables'
import type { MetaRow, TagRow, UserRow } from './ghostRows'
import type { PermalinkOf } from './permalinks'

type Report = (issue: Omit<ImportIssue, 'severity'>) => void

export function metadataOf(
  post: Post,
  tables: GhostTables,
  permalinkOf: PermalinkOf,
  report: Report,
): NeutralMetadata {
  const isPage = post.type === 'page' || post.page
  const meta = { ...post, ...filled(tables.metas.get(post.id) ?? {}) } as Post & Partial<MetaRow>
  const slug = slugOf(post)
  const file = `${isPage ? 'page' : 'post'} ${slug}`
  reportOddities(post, file, report)
  const tags = tables.tagsOfPost(post.id)
  const audience = audienceOf(post, tables)
  const permalink = permalinkOf({ ...post, slug }, isPage, tags, tables.authorsOfPost(post))
  const plainAddress = `/${slug}/`
  return {
    kind: isPage ? 'page' : 'article',
    file,
    sourceId: post.id,
    title: post.title,
    slug,
    permalink,
    aliases: permalink === plainAddress ? [] : [plainAddress],
    names: [...new Set([post.slug, post.title].flatMap((name) => name ?? []))],
    publishedAt: post.published_at,
    draft: post.status !== 'published',
    ...(localeOf(post.locale) ? { locale: localeOf(post.locale) } : {}),
    excerpt: post.custom_excerpt,
    authors: tables.authorsOfPost(post).map(authorOf),
    categories: [],
    tags: tags.filter((tag) => !isInternal(tag)).map(tagSlug),
    ...coverOf(post, meta),
    featured: post.featured,
    ...audience,
    seo: seoOf(meta),
  }
}

const validSlug = /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:[-_.][\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u

function slugOf({ slug, title, id }: Post): string {
  const stated = slug ?? ''
  const made = validSlug.test(stated) ? stated : slugify(stated || (title ?? ''))
  return made.slice(0, 180) || slugify(id) || 'untitled'
}

function reportOddities(post: Post, file: string, report: Report): void {
  if (post.codeinjection_head || post.codeinjection_foot)
    report({
      code: 'CODE_INJECTION_REFUSED',
      file,
      message: 'Code that Ghost put into its page was left out: nothing here runs code of a text.',
    })
  if (post.status === 'scheduled')
    report({
      code: 'SCHEDULED_AS_DRAFT',
      file,
      message: `It was to be published at ${post.published_at ?? 'a time'}: plan it anew.`,
    })
  if (post.status === 'sent')
    report({
      code: 'MAIL_ONLY_AS_DRAFT',
      file,
      message: 'It was sent by mail and never published: it is a draft.',
    })
  if (post.status && !['published', 'draft', 'scheduled', 'sent'].includes(post.status))
    report({ code: 'STATUS_NOT_KNOWN', file, message: `“${post.status}” is no status: it is a draft.` })
}

export function isInternal({ name = '', visibility }: TagRow): boolean {
  return visibility === 'internal' || name.startsWith('#')
}

export function tagSlug({ slug, name, id }: TagRow): string {
  return slugify(slug ?? name ?? id)
}

export function termOf(tag: TagRow): NeutralTerm {
  const slug = tagSlug(tag)
  return {
    kind: 'tag',
    name: tag.name ?? slug,
    slug,
    ...(tag.description ? { description: plain(tag.description) } : {}),
    permalink: `/tag/${tag.slug ?? slug}/`,
  }
}

export function authorOf(user: UserRow): NeutralAuthor {
  const username = slugify(user.slug ?? user.name ?? user.id) || 'author'
  const website = /^https?:\/\//.test(user.website ?? '') ? user.website : undefined
  const avatar = user.profile_image ?? user.image
  return {
    username,
    name: user.name ?? username,
    ...(user.bio ? { bio: plain(user.bio) } : {}),
    ...(website ? { website } : {}),
    ...(user.location ? { location: user.location.slice(0, 120) } : {}),
    ...(avatar ? { avatar: withoutMark(avatar) } : {}),
    links: linksOf(user),
    permalink: `/author/${user.slug ?? username}/`,
  }
}

function linksOf({ twitter, facebook }: UserRow): { label: string; url: string }[] {
  const address = (base: string, name: string) =>
    /^https?:\/\//.test(name) ? name : `${base}${encodeURIComponent(name.replace(/^@/, ''))}`
  return [
    ...(twitter ? [{ label: 'X', url: address('https://x.com/', twitter) }] : []),
    ...(facebook ? [{ label: 'Facebook', url: address('https://www.facebook.com/', facebook) }] : []),
  ]
}

function coverOf(post: Post, meta: Partial<MetaRow>): Pick<NeutralMetadata, 'cover'> {
  const src = post.feature_image ?? post.image
  if (!src) return {}
  const { feature_image_alt: alt = '', feature_image_caption: caption } = meta
  return { cover: { src: withoutMark(src), alt, ...(caption ? { caption: plain(caption) } : {}) } }
}

/** Named tiers are plans; a post that the free tier may read is for every member. */
function audienceOf(post: Post, tables: GhostTables): Pick<NeutralMetadata, 'audience' | 'plans'> {
  const visibility = post.visibility ?? 'public'
  if (visibility === 'public') return { audience: 'public' }
  if (visibility === 'members') return { audience: 'members' }
  if (visibility === 'paid') return { audience: 'paid' }
  const named = [...visibility.matchAll(/(?:product|tier)s?:\[?([\w-]+)/g)].map(([, slug]) => slug ?? '')
  const listed = tables.productsOfPost(post.id)
  if (listed.some(({ type }) => type === 'free') || /status:free/.test(visibility))
    return { audience: 'members' }
  const plans = [...new Set([...listed.flatMap(({ slug }) => slug ?? []), ...named])].filter(
    (slug) => slug !== '',
  )
  return { audience: 'paid', ...(plans.length > 0 ? { plans } : {}) }
}

function seoOf(meta: Partial<MetaRow> & { canonical_url?: string }): NeutralMetadata['seo'] {
  const title = meta.meta_title ?? meta.og_title ?? meta.twitter_title
  const description = meta.meta_description ?? meta.og_description ?? meta.twitter_description
  const canonical = meta.canonical_url ? withoutMark(meta.canonical_url) : undefined
  const image = meta.og_image ?? meta.twitter_image
  return {
    ...(title ? { title: title.slice(0, 200) } : {}),
    ...(description ? { description: description.slice(0, 500) } : {}),
    ...(canonical && /^https?:\/\//.test(canonical) ? { canonical } : {}),
    ...(image ? { image: { src: withoutMark(image), alt: '' } } : {}),
  }
}

function localeOf(locale: string | undefined): string | undefined {
  const found = /^([a-z]{2,3})(?:[-_]([A-Za-z]{2}))?$/.exec(locale ?? '')
  return found ? `${found[1]}${found[2] ? `-${found[2].toUpperCase()}` : ''}` : undefined
}

function filled(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
}
