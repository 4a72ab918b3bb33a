/** Restarts the embedded server of this place, as an operator's `pg_ctl restart -m fast` would. */
import { openCluster } from '@/src/platform/postgres/cluster'
import { startServer, stopServer } from '@/src/platform/postgres/server'

const cluster = await openCluster()
await stopServer(cluster)
await startServer(cluster)
console.log('RESTARTED')
process.exit(0)
