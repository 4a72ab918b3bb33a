/** Before all test files: a server, and the databases that they copy. After them: nothing of it is left. */
import { fork } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { dropDatabases, startTestServer, type TestServer } from '../server'
import type { CastMember } from '../signUpCast'

declare module 'vitest' {
  interface ProvidedContext {
    server: TestServer
    cast: CastMember[]
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'masthead-test-'))
  // The embedded server may run under another account, which must get through.
  chmodSync(dataDir, 0o711)
  const { server, stop } = await startTestServer(dataDir)
  const end = async () => {
    await dropDatabases(server)
    await stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    project.provide('cast', await makeTemplates(server))
    project.provide('server', server)
  } catch (error) {
    await end()
    throw error
  }
  return end
}

function makeTemplates(server: TestServer): Promise<CastMember[]> {
  const script = fileURLToPath(new URL('./makeTemplates.ts', import.meta.url))
  const child = fork(script, [JSON.stringify(server)], {
    execArgv: ['--conditions=production', '--import', 'tsx'],
  })
  return new Promise((resolve, reject) => {
    child.once('message', (members) => resolve(members as CastMember[]))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The template databases were not made (exit ${code})`)))
  })
}
