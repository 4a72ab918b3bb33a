import { cache } from 'react'

export interface DocumentKey {
  collection: 'content' | 'pages' | 'categories' | 'tags' | 'profiles'
  id: string
}

interface Shown {
  document?: DocumentKey
  isDraft: boolean
}

/** What the page being made shows, for the bar that staff see on it. */
export const shown = cache((): Shown => ({ isDraft: false }))

export function showsDocument(collection: DocumentKey['collection'], id: string, isDraft = false): void {
  Object.assign(shown(), { document: { collection, id }, isDraft })
}
