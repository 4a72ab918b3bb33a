export { heartbeatEverySeconds, heartbeatKey } from './heartbeat'
export { type Health, type HealthSources, isFresh, isReady, readHealth, readHeartbeatAge } from './readHealth'
