export { ensureFirstAdmin, type FirstAdmin } from './ensureFirstAdmin'
export { findOwnProfile } from './findOwnProfile'
export { rememberedAsker } from './rememberedAsker'
export { validateUsername } from './usernames'
