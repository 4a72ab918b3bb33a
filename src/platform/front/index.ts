export { createFront, type Front, type FrontRoute, type Handler } from './createFront'
