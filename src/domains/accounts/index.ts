export { ensureFirstAdmin, type FirstAdmin } from './ensureFirstAdmin'
