import type { CollectionBeforeChangeHook } from 'payload'
import { now } from '@/src/platform/clock'

/** The first publication dates the document, unless it has been dated by hand. */
export const setPublishedAt: CollectionBeforeChangeHook = ({ data, originalDoc }) =>
  data._status === 'published' && !data.publishedAt && !originalDoc?.publishedAt
    ? { ...data, publishedAt: now().toISOString() }
    : data
