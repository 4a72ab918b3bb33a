import type { CollectionBeforeChangeHook } from 'payload'
import { mayPublish } from '@/src/domains/publishing/access'
import { ForbiddenError } from '@/src/platform/errors'

/** Behind the access functions, which do not see the status that restoring a version brings along. */
export const requireRightToPublish: CollectionBeforeChangeHook = async ({ data, req }) => {
  if (data._status === 'published' && req.user && !(await mayPublish(req))) {
    throw new ForbiddenError('An editor publishes this: save it as a draft.', 'PUBLISH_FORBIDDEN')
  }
  return data
}
