/** `npm run dev`: the same database and worker as `npm start`, and Next with hot reload. */
import { runCommand } from './support/runCommand'
import { runSite } from './support/runSite'

await runCommand(() => runSite({ webArguments: ['--dev'] }), { mode: 'development' })
