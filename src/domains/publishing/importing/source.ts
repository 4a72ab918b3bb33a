/** What a reader hands to the writer. Metadata is held for all documents at once, texts pass by one at a time. */
import type {
  ImportIssue,
  NeutralAuthor,
  NeutralBody,
  NeutralMetadata,
  NeutralRedirect,
  NeutralTerm,
} from './neutral'

export type ImportSource = {
  /** The name under which documents are found again. The same file under two names is two documents. */
  importer: string
  documents: NeutralMetadata[]
  /** Declared categories and tags, and authors: made whether a document names them or not. */
  terms: NeutralTerm[]
  authors: NeutralAuthor[]
  /** Categories of a document of the kind `term`, by its source id. */
  termCategories: ReadonlyMap<string, string[]>
  /** Beside those of documents, terms and authors, which follow from their addresses. */
  redirects?: NeutralRedirect[]
  /** Origin of the source site, where it is known, and the path below which it lived. */
  origin?: string
  basePath: string
  files: SourceFiles
  /**
   * The texts of those documents that are wanted, each once, in whatever order the source holds them. Read one by
   * one: a source that is larger than memory streams.
   */
  bodies: (isWanted: (sourceId: string) => boolean) => AsyncIterable<SourceBody> | Iterable<SourceBody>
  /** Hash of all that a conversion depends on beside the text itself and its metadata. */
  contextHash: string
}

export type SourceBody = {
  sourceId: string
  /** Hash of the text as it stands in the source: when nothing changed, it is not converted again. */
  rawHash: string
  /** @throws DocumentError when it cannot be had. */
  convert: () => Promise<NeutralBody>
}

export type SourceFiles = {
  /** The file that an address of a picture or download names. */
  find: (address: string, from: NeutralMetadata) => string | undefined
  /** Differs when the file does, as far as that can be told without fetching it. @throws DocumentError */
  digest: (file: string) => Promise<string>
  /** @throws DocumentError; UnreachableError when a later run may have more luck. */
  read: (file: string) => Promise<SourceFile>
  /** Address under which a stored file is known again without being read; none for files that are at hand. */
  sourceKey?: (file: string) => string | undefined
  /** Files to bring although no document shows them. */
  others?: () => Iterable<string>
}

export type SourceFile = { data: Buffer; filename: string; alt?: string; caption?: string; credit?: string }

/** A source that was opened by its reader. */
export type OpenedSource = {
  /** What no two imports may read at once. */
  identity: string
  /** How the report calls this kind of source. */
  flavour: string
  source: ImportSource
  /** Filled while the source is read; complete when all texts have passed. */
  issues: ImportIssue[]
  /** What this site has no place for yet: members, tiers. Kept as private files for those who administer it. */
  apart?: ApartFile[]
  close: () => Promise<void>
}

export type ApartFile = { name: string; purpose: string; text: string }
