import type { CollectionBeforeChangeHook } from 'payload'
import { derivePreview } from '@/src/domains/publishing/derivePreview'
import { readingMinutes } from '@/src/domains/publishing/readingMinutes'

/** Keeps the public preview and the reading time in step with the body. */
export const deriveFromBody: CollectionBeforeChangeHook = ({ data }) =>
  data.body === undefined
    ? data
    : { ...data, preview: derivePreview(data.body), readingMinutes: readingMinutes(data.body) }
