/** `npm run generate`: files that follow from the configuration. With --check it only says whether they are stale. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setEnv } from '@/src/platform/env'
import { Refusal } from '@/src/platform/refusal'
import { runCommand } from './support/runCommand'
import { step } from './support/steps'

const paths = ['payload-types.ts', 'src/app/(payload)/admin/importMap.js']

await runCommand(async ([option]) => {
  const scratch = mkdtempSync(join(tmpdir(), 'masthead-generate-'))
  // The configuration wants these to load; nothing is connected and nothing signed.
  setEnv({
    PAYLOAD_SECRET: 'only-for-generating-never-used-to-sign-anything',
    DATABASE_URL: 'postgres://generate@127.0.0.1:1/none',
    DATA_DIR: scratch,
    LOG_LEVEL: 'silent',
  })
  const kept = paths.map((path) => [path, readFileSync(path, 'utf8')] as const)
  try {
    await step('Generated', async () => {
      await generate()
      return paths.join(', ')
    })
    if (option !== '--check') return
    const stale = kept.filter(([path, text]) => readFileSync(path, 'utf8') !== text)
    for (const [path, text] of stale) writeFileSync(path, text)
    if (stale.length > 0) {
      const names = stale.map(([path]) => path).join(' and ')
      throw new Refusal('GENERATED_STALE', `${names} would change: run \`npm run generate\`.`)
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
})

async function generate(): Promise<void> {
  const { default: config } = await import('@/payload.config')
  const { generateImportMap } = await import('payload')
  const { generateTypes } = await import('payload/node')
  await generateTypes(await config, { log: false })
  await generateImportMap(await config, { log: false, force: true })
}
