export { holdsPlan } from './holdsPlan'
