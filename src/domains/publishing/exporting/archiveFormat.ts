/**
 * The records of which a site consists, as they leave it and as they come back. Both forms of an export hold them: the
 * JSON file as they are, the Markdown folder as documents a person can read.
 */

/** Raised when a record means something else than before; importers refuse what is newer than they are. */
export const archiveVersion = 1

/** In this order they are written and restored: what is pointed at comes before what points at it. */
export const collectionKinds = [
  'media',
  'categories',
  'tags',
  'profiles',
  'market-quotes',
  'content',
  'pages',
  'redirects',
  'imported-comments',
] as const

export const globalKinds = ['site-settings', 'navigation', 'footer', 'seo-defaults', 'maintenance'] as const

export type CollectionKind = (typeof collectionKinds)[number]
export type GlobalKind = (typeof globalKinds)[number]
export type Fields = Record<string, unknown>

export type ArchiveRecord = {
  kind: CollectionKind | GlobalKind
  /** The id it had; a global is its kind. */
  id: string
  createdAt?: string
  fields: Fields
  /** What the newest unpublished draft of a published document says. */
  draft?: Fields
  /** E-mail of the account it belongs to, where whoever exported asked for it. */
  owner?: string
}

/** Fields that leave. Every other one is in `keptFields`: a test holds both to the collections. */
export const exportedFields: Record<CollectionKind | GlobalKind, readonly string[]> = {
  media: [
    'alt',
    'caption',
    'credit',
    'filename',
    'mimeType',
    'filesize',
    'hash',
    'focalX',
    'focalY',
    'source',
  ],
  categories: ['name', 'slug', 'description', 'parent', 'colour'],
  tags: ['name', 'slug', 'description', 'categories', 'origin'],
  profiles: ['name', 'username', 'avatar', 'bio', 'location', 'website', 'links', 'skills'],
  'market-quotes': ['symbol', 'name', 'price', 'change24h', 'currency', 'asOf', 'source'],
  content: [
    'title',
    'slug',
    '_status',
    'publishedAt',
    'archivedAt',
    'locale',
    'translationOf',
    'excerpt',
    'cover',
    'authors',
    'categories',
    'tags',
    'audience',
    'plans',
    'featured',
    'seo',
    'source',
    'body',
  ],
  pages: [
    'title',
    'slug',
    '_status',
    'publishedAt',
    'archivedAt',
    'locale',
    'translationOf',
    'seo',
    'source',
    'layout',
  ],
  redirects: ['from', 'to', 'statusCode', 'origin'],
  'imported-comments': [
    'importer',
    'key',
    'documentKey',
    'content',
    'page',
    'parentKey',
    'kind',
    'state',
    'name',
    'email',
    'website',
    'writtenAt',
    'text',
  ],
  'site-settings': [
    'name',
    'tagline',
    'description',
    'logo',
    'logoAtNight',
    'icon',
    'look',
    'authorsMayPublish',
    'readersMaySignUp',
  ],
  navigation: ['items'],
  footer: ['columns', 'note', 'social'],
  'seo-defaults': ['titleTemplate', 'description', 'image', 'twitterSite', 'feedText'],
  maintenance: ['startsAt', 'endsAt', 'message'],
}

/** Fields that stay, each with the reason. */
export const keptFields: Record<string, string> = {
  id: 'beside the fields',
  createdAt: 'beside the fields',
  updatedAt: 'set by every write',
  deletedAt: 'the trash stays here',
  user: 'an account; told by e-mail where it is asked for',
  preview: 'derived from the body',
  readingMinutes: 'derived from the body',
  blur: 'derived from the file',
  sizes: 'derived from the file',
  width: 'derived from the file',
  height: 'derived from the file',
  url: 'derived from the name',
  thumbnailURL: 'derived from the name',
  _objectKey: 'where the storage has it',
}

export type ArchiveHead = {
  version: number
  exportedAt: string
  site: { name: string; url: string }
  /** How many records follow, for those who show progress. */
  total?: number
}

/** The last thing an export writes: without it an archive is not whole. */
export type ArchiveEnd = { records: Partial<Record<ArchiveRecord['kind'], number>> }
