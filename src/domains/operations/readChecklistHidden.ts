import type { PayloadRequest } from 'payload'
import { asUser } from '@/src/platform/authority'
import { checklistPreference } from './checklistPreference'

/** Whether the caller has put the first steps away. */
export async function readChecklistHidden(req: PayloadRequest): Promise<boolean> {
  const { docs } = await req.payload.find({
    collection: 'payload-preferences',
    where: {
      and: [{ key: { equals: checklistPreference } }, { 'user.value': { equals: req.user?.id ?? '' } }],
    },
    depth: 0,
    limit: 1,
    pagination: false,
    ...asUser(req),
  })
  const value = docs[0]?.value
  return typeof value === 'object' && value !== null && 'isHidden' in value && value.isHidden === true
}
