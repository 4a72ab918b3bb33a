/** What of a document is written, with names instead of ids and digests instead of media: all that its hash covers. */
import { slugify } from '@/src/platform/slugify'
import type { LexicalBody } from '../lexical/nodes'
import type { NeutralDocument, NeutralMetadata, NeutralSeo } from '../neutral'
import { categoriesOf, excerptOf, statusOf, storable, titleOf, withoutTitle } from './composeArticle'
import type { ResolvedBody } from './resolveBody'
import type { TagInput } from './taxonomy'
import type { WriteSession } from './writeDocument'

export type DocumentFields = ReturnType<typeof fieldsOf>

export function fieldsOf(session: WriteSession, document: NeutralDocument, resolved: ResolvedBody) {
  const { options, terms, source, startedAt } = session
  const linkedTerms = [...terms.values()].filter(({ sourceId }) => resolved.linked.has(sourceId))
  const named = document.tags.map((name) => termNamed(terms, name) ?? session.taxonomy.tagNamed(name))
  const tags = [
    ...new Map(
      [...named, ...linkedTerms.map(asTag)].filter(({ slug }) => slug !== '').map((tag) => [tag.slug, tag]),
    ).values(),
  ]
  const categoriesOfTags = [...terms.values()]
    .filter(({ slug }) => tags.some((tag) => tag.slug === slug))
    .map(({ sourceId }) => source.termCategories.get(sourceId) ?? [])
  const excerpt = excerptOf(document)
  // A body holds no such characters: its text was cleaned when it was read, and Markdown cannot write them.
  const words = storable({
    title: titleOf(document),
    ...(excerpt ? { excerpt } : {}),
    seo: seoWords(document.seo),
    authors: document.authors,
  })
  return {
    ...words,
    slug: document.slug,
    locale: document.locale ?? 'en',
    body: withoutTitle(document),
    categories: categoriesOf(document.categories, categoriesOfTags),
    tags,
    ...(document.publishedAt ? { publishedAt: document.publishedAt } : {}),
    audience: document.audience,
    ...(document.plans && document.plans.length > 0 ? { plans: document.plans } : {}),
    featured: document.featured,
    _status: statusOf(document, options.status, startedAt),
  }
}

/** Its picture is placed with the others. */
function seoWords({ image: _image, ...seo }: NeutralSeo): Omit<NeutralSeo, 'image'> {
  return seo
}

/** A page has blocks in the place of a body, and neither byline nor topics. */
export function pageDataOf(
  { title, slug, locale, seo, publishedAt, _status }: DocumentFields,
  body: LexicalBody,
) {
  return {
    title,
    slug,
    locale,
    seo,
    layout: isEmpty(body) ? [] : [{ blockType: 'richText', content: body }],
    ...(publishedAt ? { publishedAt } : {}),
    _status,
  }
}

/** Pages that only hold a place for what a theme shows there have no text at all. */
function isEmpty({ root }: LexicalBody): boolean {
  return (root.children ?? []).every(
    ({ type, children = [] }) => type === 'paragraph' && children.length === 0,
  )
}

export async function articleDataOf(
  { taxonomy }: WriteSession,
  fields: DocumentFields,
  body: LexicalBody,
  cover: string | undefined,
) {
  const [authors, categories, tags] = await Promise.all([
    Promise.all(fields.authors.map((author) => taxonomy.profile(author))),
    Promise.all(fields.categories.map((name) => taxonomy.category(name))),
    Promise.all(fields.tags.map((tag) => taxonomy.tag(tag))),
  ])
  return {
    ...fields,
    body,
    authors: [...new Set(authors)],
    categories: [...new Set(categories)],
    tags: [...new Set(tags)],
    ...(cover ? { cover } : {}),
  }
}

function asTag({ title, slug }: NeutralMetadata): TagInput {
  return { name: title ?? slug, slug }
}

function termNamed(terms: WriteSession['terms'], name: string): TagInput | undefined {
  const wanted = name.toLowerCase()
  const found = [...terms.values()].find(
    ({ names, slug }) => slug === slugify(name) || names.some((each) => each.toLowerCase() === wanted),
  )
  return found ? asTag(found) : undefined
}
