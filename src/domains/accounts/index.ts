export { ensureFirstAdmin, type FirstAdmin } from './ensureFirstAdmin'
export { findOwnProfile } from './findOwnProfile'
export { validateUsername } from './usernames'
