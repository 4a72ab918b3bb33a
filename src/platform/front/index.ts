export { apiHandler, isApiPath } from './apiHandler'
export { type ContentPolicy, contentPolicy } from './contentPolicy'
export { createFront, type Front, type FrontRoute, type Handler } from './createFront'
export { keptHeaders } from './secureHeaders'
