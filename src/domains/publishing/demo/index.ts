export { removeDemo } from './removeDemo'
export { type DemoProgress, type DemoResult, seedDemo } from './seedDemo'
