import { slugify } from '@/src/platform/slugify'
import type { NeutralAuthor, NeutralTerm } from '../../neutral'
import { child, parseElements, textOf, type XmlElement } from '../xml/parseElements'
import { addressSlug } from './addressSlug'
import { plainText } from './plainText'

/** What stands before the first item: the site, its authors and its terms. */
export type ExportHead = {
  title: string
  /** Address of the site, without a slash at the end. */
  url?: string
  language?: string
  version?: string
  authors: Map<string, NeutralAuthor>
  terms: NeutralTerm[]
  /** Terms of taxonomies that have no equal here, counted by their name. */
  otherTerms: Map<string, number>
}

export function readHead(source: string): ExportHead | undefined {
  const rss = parseElements(source).find(({ name }) => name === 'rss')
  const channel = rss && child(rss, 'channel')
  if (!channel) return undefined
  const url =
    textOf(channel, 'wp:base_blog_url') ?? textOf(channel, 'link') ?? textOf(channel, 'wp:base_site_url')
  const address = url && URL.canParse(url) ? new URL(url).href.replace(/\/+$/, '') : undefined
  const base = address ? new URL(address).pathname.replace(/\/+$/, '') : ''
  return {
    title: plainText(textOf(channel, 'title') ?? ''),
    url: address,
    language: textOf(channel, 'language'),
    version: textOf(channel, 'wp:wxr_version'),
    authors: authorsOf(channel, base),
    ...termsOf(channel, base),
  }
}

function authorsOf({ children }: XmlElement, base: string): Map<string, NeutralAuthor> {
  const authors = new Map<string, NeutralAuthor>()
  for (const element of children) {
    const login = element.name === 'wp:author' ? textOf(element, 'wp:author_login') : undefined
    if (!login) continue
    const full = [textOf(element, 'wp:author_first_name'), textOf(element, 'wp:author_last_name')]
    const name = textOf(element, 'wp:author_display_name') ?? (full.join(' ').trim() || login)
    authors.set(login, authorNamed(login, plainText(name), base))
  }
  return authors
}

/** A login may be an e-mail address, which is nobody's business here. */
export function authorNamed(login: string, name: string, base: string): NeutralAuthor {
  const isEmail = login.includes('@')
  const shown = isEmail && name === login ? (login.split('@')[0] ?? '') : name
  const username = slugify(isEmail ? shown : login) || 'author'
  return { username, name: shown, permalink: `${base}/author/${username}/` }
}

function termsOf({ children }: XmlElement, base: string): Pick<ExportHead, 'terms' | 'otherTerms'> {
  const terms: NeutralTerm[] = []
  const otherTerms = new Map<string, number>()
  for (const element of children) {
    const term = declaredTerm(element)
    if (term) terms.push(term)
    else if (element.name === 'wp:term') {
      const taxonomy = textOf(element, 'wp:term_taxonomy') ?? 'unknown'
      otherTerms.set(taxonomy, (otherTerms.get(taxonomy) ?? 0) + 1)
    }
  }
  return { terms: withAddresses(oncePerSlug(terms), base), otherTerms }
}

/** Categories and tags have elements of their own, or come as terms of their taxonomy. */
function declaredTerm(element: XmlElement): NeutralTerm | undefined {
  const text = (name: string) => textOf(element, name)
  const taxonomy = element.name === 'wp:term' ? text('wp:term_taxonomy') : undefined
  if (element.name === 'wp:category' || taxonomy === 'category') {
    const name = plainText(text('wp:cat_name') ?? text('wp:term_name') ?? '')
    const slug = termSlug(text('wp:category_nicename') ?? text('wp:term_slug') ?? '', name)
    const parent = text('wp:category_parent') ?? text('wp:term_parent')
    const description = plainText(text('wp:category_description') ?? text('wp:term_description') ?? '')
    return {
      kind: 'category',
      name: name || slug,
      slug,
      ...(description ? { description } : {}),
      ...(parent ? { parent: termSlug(parent, '') } : {}),
    }
  }
  if (element.name !== 'wp:tag' && taxonomy !== 'post_tag') return undefined
  const name = plainText(text('wp:tag_name') ?? text('wp:term_name') ?? '')
  const slug = termSlug(text('wp:tag_slug') ?? text('wp:term_slug') ?? '', name)
  const description = plainText(text('wp:tag_description') ?? text('wp:term_description') ?? '')
  return { kind: 'tag', name: name || slug, slug, ...(description ? { description } : {}) }
}

export function termSlug(nicename: string, name: string): string {
  return addressSlug(nicename) || slugify(name) || 'unnamed'
}

function oncePerSlug(terms: NeutralTerm[]): NeutralTerm[] {
  const first = new Map<string, NeutralTerm>()
  for (const term of terms) {
    const key = `${term.kind} ${term.slug}`
    if (!first.has(key)) first.set(key, term)
  }
  return [...first.values()]
}

/** WordPress lists a category below its parents, a tag at the top. */
function withAddresses(terms: NeutralTerm[], base: string): NeutralTerm[] {
  const categories = new Map(terms.filter(({ kind }) => kind === 'category').map((term) => [term.slug, term]))
  const pathOf = (term: NeutralTerm, seen = new Set<string>()): string => {
    const parent = term.parent ? categories.get(term.parent) : undefined
    if (!parent || seen.has(parent.slug)) return term.slug
    return `${pathOf(parent, seen.add(term.slug))}/${term.slug}`
  }
  return terms.map((term) => ({
    ...term,
    permalink: term.kind === 'tag' ? `${base}/tag/${term.slug}/` : `${base}/category/${pathOf(term)}/`,
  }))
}
