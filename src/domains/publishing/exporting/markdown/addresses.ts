/** What stands in an exported document for the ids of media and documents: paths that a person can follow. */
export type Addresses = {
  /** Path of a media file, from the document. */
  media: (id: unknown) => string | undefined
  /** Path of a document's file, from the document. */
  document: (doc: { relationTo?: string; value?: unknown } | undefined) => string | undefined
}
