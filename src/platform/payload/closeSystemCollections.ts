import type { SanitizedConfig } from 'payload'
import { activeUser, anyOf, nobody, type Predicate, signedIn, staff } from '@/src/platform/access'
import { forgetUnfitChoices } from './lists/forgetUnfitChoices'

/**
 * Payload adds collections of its own while it sanitises a config, most of them open to any signed-in user.
 * Locks are for staff, preferences stay with their owner, and the rest is for nobody.
 */
export async function closeSystemCollections(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  for (const collection of config.collections) {
    const closed = { admin: () => false, unlock: anyOf(nobody), readVersions: anyOf(nobody) }
    switch (collection.slug) {
      case 'payload-locked-documents':
        collection.access = {
          ...closed,
          create: anyOf(staff),
          read: anyOf(staff),
          update: anyOf(staff),
          delete: anyOf(staff),
        }
        break
      case 'payload-preferences':
        collection.access = {
          ...closed,
          create: anyOf(signedIn),
          read: anyOf(ownPreference),
          update: anyOf(ownPreference),
          delete: anyOf(ownPreference),
        }
        collection.hooks.afterRead.push(forgetUnfitChoices)
        break
      case 'payload-migrations':
      case 'payload-kv':
        collection.access = {
          ...closed,
          create: anyOf(nobody),
          read: anyOf(nobody),
          update: anyOf(nobody),
          delete: anyOf(nobody),
        }
        break
      default:
        collection.access = { ...closed, ...collection.access }
    }
  }
  return config
}

/** What the panel remembers for the caller. */
const ownPreference: Predicate = ({ req }) => {
  const user = activeUser(req)
  return user ? { 'user.value': { equals: user.id } } : false
}
