import {
  anyDocumentOf,
  collectionOf,
  documentOf,
  everything,
  filedAnywhere,
  filedUnder,
  keyOf,
} from './dependencies'

/** Collects what an answer is made of while it is being made. */
export class Reads {
  readonly names = new Set<string>()
  /** False when something was read that only its reader may see, such as a draft. */
  isPublic = true

  collection(slug: string): void {
    this.names.add(collectionOf(slug))
    this.names.add(anyDocumentOf(slug))
  }

  document(slug: string, id: string): void {
    this.names.add(documentOf(slug, id))
    this.names.add(anyDocumentOf(slug))
  }

  key(slug: string, key: string): void {
    this.names.add(keyOf(slug, key))
    this.names.add(anyDocumentOf(slug))
  }

  /** Public documents that must be filed under one of the terms. */
  filed(slug: string, terms: string[]): void {
    for (const term of terms) this.names.add(filedUnder(slug, term))
    this.names.add(filedAnywhere(slug))
    this.names.add(anyDocumentOf(slug))
  }

  anything(): void {
    this.names.add(everything)
  }
}
