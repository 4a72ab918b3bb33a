/** One line for each thing that a working installation needs: green, or what to do. */
import type { Client } from 'pg'
import { env } from '@/src/platform/env'
import { connectDatabase, openDatabase } from '@/src/platform/postgres'
import {
  checkAddress,
  checkBuild,
  checkDatabase,
  checkMail,
  checkMigrations,
  checkNode,
  checkRedis,
  checkSettings,
  checkStorage,
  checkWorker,
  type Finding,
} from './support/doctor/checks'
import { explainFailure } from './support/explainFailure'
import { runCommand } from './support/runCommand'
import { paint, say } from './support/say'

const signs = { good: paint('green', '✔'), warning: paint('yellow', '!'), bad: paint('red', '✖') }

await runCommand(async () => {
  say.line()
  const settings = checkSettings()
  const findings = [show(checkNode()), show(settings)]
  if (settings.level !== 'bad') {
    findings.push(show(checkAddress()))
    findings.push(...(await lookAtDatabase()))
    const redis = await checkRedis()
    findings.push(...[checkStorage(), ...(redis ? [redis] : []), checkMail(), checkBuild()].map(show))
  }
  const count = findings.filter(({ level }) => level === 'bad').length
  const verdict =
    count === 0 ? paint('green', 'All is well.') : `${count} of ${findings.length} need attention.`
  say.line(`\n${verdict}\n`)
  if (count > 0) process.exitCode = 1
})

function show(finding: Finding): Finding {
  say.line(`${signs[finding.level]} ${finding.name.padEnd(11)} ${finding.text}`)
  return finding
}

async function lookAtDatabase(): Promise<Finding[]> {
  try {
    const database = await openDatabase()
    const client = await connectDatabase(env.DATABASE_URL)
    try {
      return await lookInside(client)
    } finally {
      await client.end()
      await database.close()
    }
  } catch (error) {
    return [show({ name: 'Database', level: 'bad', text: explainFailure(error).join(' ') })]
  }
}

async function lookInside(client: Client): Promise<Finding[]> {
  const findings = [...(await checkDatabase(client)), await checkMigrations(client)]
  if (findings.at(-1)?.level === 'good') findings.push(await checkWorker(client))
  return findings.map(show)
}
