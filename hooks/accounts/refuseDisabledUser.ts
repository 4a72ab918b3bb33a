import type { CollectionBeforeLoginHook } from 'payload'
import { ForbiddenError } from '@/src/platform/errors'

export const refuseDisabledUser: CollectionBeforeLoginHook = ({ user }) => {
  if (user.disabledAt) throw new ForbiddenError('This account is disabled.', 'ACCOUNT_DISABLED')
  return user
}
