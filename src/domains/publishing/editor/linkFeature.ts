import { LinkFeature } from '@payloadcms/richtext-lexical'

/** Links to addresses, or to documents, whose address is looked up when they are shown. */
export const linkFeature = LinkFeature({ enabledCollections: ['content', 'pages'], maxDepth: 1 })
