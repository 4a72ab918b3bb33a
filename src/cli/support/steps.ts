/** Shows what a command is doing: a spinner with the time on a terminal, plain lines elsewhere. */
import { Listr } from 'listr2'
import { duration, paint } from './say'

const titleWidth = 10
const longStepMs = 2_000

/** @param run may tell what it is at; what it returns stands behind the step's name. */
export async function step(
  title: string,
  run: (tell: (text: string) => void) => Promise<string>,
): Promise<void> {
  const name = title.padEnd(titleWidth)
  if (!process.stdout.isTTY) return plainStep(name, run)
  const list = new Listr(
    {
      title: name,
      task: async (_, task) => {
        const startedAt = performance.now()
        let text = ''
        const show = () => {
          task.title = `${name} ${text} ${paint('dim', duration(performance.now() - startedAt))}`
        }
        const clock = setInterval(show, 100)
        const tell = (said: string) => {
          text = said
          show()
        }
        try {
          tell(await run(tell))
        } finally {
          clearInterval(clock)
        }
      },
    },
    { registerSignalListeners: false, rendererOptions: { showErrorMessage: false } },
  )
  await list.run()
}

/** Short steps need one line; a long one says that it has begun. */
async function plainStep(
  name: string,
  run: (tell: (text: string) => void) => Promise<string>,
): Promise<void> {
  const startedAt = performance.now()
  const told = setTimeout(() => console.log(`… ${name.trimEnd()}`), longStepMs)
  try {
    const story = await run(() => {})
    console.log(`✔ ${name} ${story} (${duration(performance.now() - startedAt)})`)
  } finally {
    clearTimeout(told)
  }
}
