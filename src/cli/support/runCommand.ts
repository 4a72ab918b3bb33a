/** The frame of every command: expected failures are sentences, the exit code tells, nothing is left running. */
import { setEnvDefaults } from '@/src/platform/env'
import { explainFailure } from './explainFailure'
import { say } from './say'

type Options = {
  /** What NODE_ENV is when nobody said. */
  mode?: 'development' | 'production'
}

/** Ends the process when `run` is done: a library's forgotten timer must not keep a command alive. */
export async function runCommand(
  run: (args: string[]) => Promise<void>,
  { mode = 'production' }: Options = {},
) {
  // While nothing but a module is being loaded, node may think that all is done and end early.
  const alive = setInterval(() => {}, 60_000)
  try {
    setEnvDefaults({ NODE_ENV: mode })
    await run(process.argv.slice(2))
  } catch (error) {
    for (const sentence of explainFailure(error)) say.failure(sentence)
    process.exitCode = 1
  }
  clearInterval(alive)
  process.exit()
}
