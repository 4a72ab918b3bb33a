export { type Health, type HealthSources, isReady, readHealth } from './readHealth'
