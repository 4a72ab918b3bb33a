import { SingleBar } from 'cli-progress'
import type { ImportProgress } from '@/src/domains/publishing/importing'
import { say } from './say'

/** Documents between two lines where there is no terminal to draw a bar on. */
const plainStep = 100

/** A bar with rate and time left on a terminal, a line now and then elsewhere. */
export function showProgress(): { update: (progress: ImportProgress) => void; end: () => void } {
  const startedAt = performance.now()
  const rateAt = (done: number) =>
    `${(done / Math.max(0.001, (performance.now() - startedAt) / 1000)).toFixed(0)}/s`
  if (!process.stdout.isTTY) {
    return {
      update({ done, total }) {
        if (done % plainStep === 0 || done === total)
          say.line(`${done} of ${total} documents, ${rateAt(done)}`)
      },
      end: () => {},
    }
  }
  const bar = new SingleBar({
    format: '{bar} {value}/{total} · {rate} · {eta_formatted} left · {file}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    etaBuffer: 50,
  })
  let isStarted = false
  return {
    update({ done, total, file }) {
      const payload = { rate: rateAt(done), file: file.split('/').at(-1)?.slice(0, 40) }
      if (isStarted) bar.update(done, payload)
      else bar.start(total, done, payload)
      isStarted = true
    },
    end: () => bar.stop(),
  }
}
