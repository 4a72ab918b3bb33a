export { apiHandler, isApiPath } from './apiHandler'
export { createFront, type Front, type FrontRoute, type Handler } from './createFront'
