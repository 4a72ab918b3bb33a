export { heartbeatEverySeconds, heartbeatKey } from './heartbeat'
export { type Health, type HealthSources, isReady, readHealth } from './readHealth'
