import type { NeutralComment } from '../../neutral'
import { child, parseElements, textOf, type XmlElement } from '../xml/parseElements'
import { instantOf } from './instantOf'

/** A category, tag or term of another kind that an item is filed under. */
export type ItemTerm = { taxonomy: string; slug: string; name: string }

/** One `<item>` of an export as it stands there: posts, pages, files, menu entries and whatever plugins store. */
export type WxrItem = {
  id: string
  type: string
  status: string
  /** HTML, as everything that WordPress shows. */
  title: string
  link: string
  creator: string
  content: string
  excerpt: string
  slug: string
  /** ISO instant. */
  publishedAt?: string
  parent: string
  password: string
  isSticky: boolean
  attachmentUrl: string
  terms: ItemTerm[]
  meta: Map<string, string[]>
  comments: NeutralComment[]
}

export function readItem(source: string): WxrItem | undefined {
  const element = parseElements(source).find(({ name }) => name === 'item')
  if (!element) return undefined
  const text = (name: string) => textOf(element, name) ?? ''
  return {
    id: text('wp:post_id'),
    type: text('wp:post_type') || 'post',
    status: text('wp:status') || 'publish',
    title: text('title'),
    link: text('link'),
    creator: text('dc:creator'),
    content: child(element, 'content:encoded')?.text ?? '',
    excerpt: text('excerpt:encoded'),
    slug: text('wp:post_name'),
    publishedAt:
      instantOf(text('wp:post_date_gmt')) ?? instantOf(text('pubdate')) ?? instantOf(text('wp:post_date')),
    parent: text('wp:post_parent'),
    password: text('wp:post_password'),
    isSticky: text('wp:is_sticky') === '1',
    attachmentUrl: text('wp:attachment_url'),
    terms: termsOf(element),
    meta: metaOf(element),
    comments: element.children.filter(({ name }) => name === 'wp:comment').map(commentOf),
  }
}

/** Before 1.1 each category stood there twice, once without its kind, and tags were called `tag`. */
function termsOf({ children }: XmlElement): ItemTerm[] {
  const all = children.filter(({ name, text }) => name === 'category' && text.trim() !== '')
  const kinded = all.filter(({ attributes }) => attributes.domain)
  return (kinded.length > 0 ? kinded : all).map(({ attributes, text }) => {
    const { domain = 'category', nicename = '' } = attributes
    return { taxonomy: domain === 'tag' ? 'post_tag' : domain, slug: nicename, name: text.trim() }
  })
}

function metaOf({ children }: XmlElement): Map<string, string[]> {
  const meta = new Map<string, string[]>()
  for (const element of children) {
    const key = element.name === 'wp:postmeta' ? textOf(element, 'wp:meta_key') : undefined
    if (!key) continue
    const value = child(element, 'wp:meta_value')?.text ?? ''
    meta.set(key, [...(meta.get(key) ?? []), value])
  }
  return meta
}

const states: Record<string, NeutralComment['state']> = {
  '1': 'approved',
  approved: 'approved',
  '0': 'pending',
  spam: 'spam',
  trash: 'trash',
  'post-trashed': 'trash',
}

function commentOf(element: XmlElement): NeutralComment {
  const parent = textOf(element, 'wp:comment_parent')
  const kind = textOf(element, 'wp:comment_type')
  return {
    key: textOf(element, 'wp:comment_id') ?? '',
    ...(parent && parent !== '0' ? { parentKey: parent } : {}),
    kind: kind === 'pingback' || kind === 'trackback' ? kind : 'comment',
    state: states[textOf(element, 'wp:comment_approved') ?? '1'] ?? 'pending',
    name: textOf(element, 'wp:comment_author'),
    email: textOf(element, 'wp:comment_author_email'),
    website: textOf(element, 'wp:comment_author_url'),
    writtenAt:
      instantOf(textOf(element, 'wp:comment_date_gmt') ?? '') ??
      instantOf(textOf(element, 'wp:comment_date') ?? ''),
    text: textOf(element, 'wp:comment_content') ?? '',
  }
}
