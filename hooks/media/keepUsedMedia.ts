import type { CollectionBeforeDeleteHook } from 'payload'
import { refuseUsedMedia } from '@/src/domains/media'

export const keepUsedMedia: CollectionBeforeDeleteHook = ({ req, id }) =>
  refuseUsedMedia(req, { id: String(id) })
