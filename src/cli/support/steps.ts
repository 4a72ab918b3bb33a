/**
 * Shows what a command is doing: a spinner with the time on a terminal, plain lines elsewhere. By hand, because
 * listr2 writes one letter a line on terminals that do not tell their width (CI, `script`, some containers).
 */
import { duration, paint } from './say'

type Step = (tell: (text: string) => void) => Promise<string>

const titleWidth = 10
const longStepMs = 2_000
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

/** @param run may tell what it is at; what it returns stands behind the step's name. */
export async function step(title: string, run: Step): Promise<void> {
  const startedAt = performance.now()
  const name = title.padEnd(titleWidth)
  const elapsed = () => duration(performance.now() - startedAt)
  const progress = process.stdout.isTTY ? spin(name, elapsed) : announce(name)
  try {
    const story = await run(progress.tell)
    progress.end()
    console.log(`${paint('green', '✔')} ${name}  ${story}  ${paint('dim', elapsed())}`)
  } catch (error) {
    progress.end()
    console.log(`${paint('red', '✖')} ${name}`)
    throw error
  }
}

/** Where lines stay: short steps need one, a long one says that it has begun. */
function announce(name: string) {
  const timer = setTimeout(() => console.log(`… ${name.trimEnd()}`), longStepMs)
  return { tell: () => {}, end: () => clearTimeout(timer) }
}

function spin(name: string, elapsed: () => string) {
  let text = ''
  let frame = 0
  const draw = () => {
    frame = (frame + 1) % frames.length
    const width = (process.stdout.columns || 80) - titleWidth - elapsed().length - 8
    const shown = text.length > width ? `${text.slice(0, Math.max(0, width - 1))}…` : text
    process.stdout.write(
      `\r\x1b[2K${paint('cyan', frames[frame] ?? '')} ${name}  ${shown}  ${paint('dim', elapsed())}`,
    )
  }
  const timer = setInterval(draw, 100)
  const tell = (said: string) => {
    text = said
  }
  const end = () => {
    clearInterval(timer)
    process.stdout.write('\r\x1b[2K')
  }
  return { tell, end }
}
