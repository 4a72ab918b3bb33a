/**
 * The one shape every reader produces and the one writer takes. Addresses in it (links, images, permalinks)
 * are still those of the source; the writer resolves them.
 */
import type { LexicalBody } from './lexical/nodes'

export type Audience = 'public' | 'members' | 'paid'

export type NeutralImage = { src: string; alt: string; caption?: string }

export type NeutralSeo = {
  title?: string
  description?: string
  canonical?: string
  noindex?: boolean
  image?: NeutralImage
}

/** What is known of a document before its body is converted: enough to plan addresses and taxonomy. */
export type NeutralMetadata = {
  /** `article` becomes `content`, `page` becomes `pages`, `term` becomes a tag. */
  kind: 'article' | 'page' | 'term'
  /** Path relative to the folder, with forward slashes. */
  file: string
  sourceId: string
  title?: string
  slug: string
  /** The address it had on the source site, starting with a slash. */
  permalink: string
  aliases: string[]
  /** Further names the document is known by in links and tags. */
  names: string[]
  /** ISO instant. */
  publishedAt?: string
  draft: boolean
  locale?: string
  translationKey?: string
  excerpt?: string
  authors: NeutralAuthor[]
  categories: string[]
  tags: string[]
  cover?: NeutralImage
  featured: boolean
  audience: Audience
  /** Keys of the plans that include it, where not every paid one does. */
  plans?: string[]
  seo: NeutralSeo
}

export type NeutralAuthor = {
  username: string
  name: string
  bio?: string
  website?: string
  location?: string
  links?: { label: string; url: string }[]
  /** Address of a picture. */
  avatar?: string
  /** The address of the author's own list on the source site. */
  permalink?: string
}

/** A category or tag that the source declares. Documents name it by its slug or its name. */
export type NeutralTerm = {
  kind: 'category' | 'tag'
  name: string
  slug: string
  description?: string
  /** Slug of the category above it. */
  parent?: string
  permalink?: string
}

/** A rule of the source for one address, which may lead to any other. */
export type NeutralRedirect = { from: string; to: string; isPermanent: boolean }

/** A reader's comment, kept as it was: its text may hold markup of strangers. */
export type NeutralComment = {
  key: string
  parentKey?: string
  kind: 'comment' | 'pingback' | 'trackback'
  state: 'approved' | 'pending' | 'spam' | 'trash'
  name?: string
  email?: string
  website?: string
  /** ISO instant. */
  writtenAt?: string
  text: string
}

export type NeutralBody = {
  body: LexicalBody
  /** The first words, for documents that state no excerpt. */
  lead: string
  /** The source's own excerpt, where it stands with the text and not with the metadata. */
  excerpt?: string
  comments?: NeutralComment[]
  /** A level-one heading that opened the body and was taken as its title. */
  heading?: string
  issues: ImportIssue[]
}

export type NeutralDocument = NeutralMetadata & NeutralBody

/** One thing to tell about one file. `severity` error: the document was not imported. */
export type ImportIssue = {
  code: string
  severity: 'error' | 'warning'
  file: string
  line?: number
  message: string
}

/** A failure that concerns one document only: it is reported and the import goes on. */
export class DocumentError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly line?: number,
    readonly file?: string,
  ) {
    super(message)
  }
}

/** A failure that may pass: the document is tried again by the next run. */
export class UnreachableError extends DocumentError {
  constructor(message: string, code = 'MEDIA_UNREACHABLE') {
    super(code, message)
  }
}
