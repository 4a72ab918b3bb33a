/** Writes an `.env` for an environment, with new secrets; never over one that is there. */
import { existsSync } from 'node:fs'
import { envFilePath } from '@/src/platform/env'
import { type EnvPurpose, envFileFor } from '@/src/platform/envFile'
import { Refusal } from '@/src/platform/refusal'
import { writeFileAtomically } from '@/src/platform/writeFileAtomically'
import { runCommand } from './support/runCommand'
import { say } from './support/say'

await runCommand(async ([purpose]) => {
  if (!isPurpose(purpose))
    throw new Refusal('USAGE', 'Say for what: npm run setup:env:dev, or npm run setup:env:prod.')
  if (existsSync(envFilePath())) {
    throw new Refusal(
      'ENV_FILE_EXISTS',
      '.env is there already and stays as it is. Move it away first if you want a new one.',
    )
  }
  writeFileAtomically(envFilePath(), envFileFor(purpose), 0o600)
  say.success(`Wrote .env for ${purpose}, with new secrets. .env.example explains every variable.`)
  say.line(`  Next: ${purpose === 'production' ? 'set SITE_URL in it, then npm start' : 'npm run dev'}`)
})

function isPurpose(word: string | undefined): word is EnvPurpose {
  return word === 'development' || word === 'production'
}
