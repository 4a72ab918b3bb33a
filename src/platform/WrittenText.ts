/**
 * A rich text as the JSON that goes into an answer. Most of an answer is such texts, to which nothing happens between
 * memory and socket: they are neither parsed nor written anew. Who asks one for its root, or for JSON, gets that.
 */
import { randomUUID } from 'node:crypto'

/** Stands for each text in an answer while that is written. Nobody outside can know it, so that none can send it. */
const placeholder = randomUUID()
const between = JSON.stringify(placeholder)

const askers = new WeakSet<object>()

/**
 * What lists read for this request from now on goes into {@link writeJson}; nobody on the way copies texts or looks for
 * anything in them but their root.
 */
export function takeWrittenTexts(request: object): void {
  askers.add(request)
}

export function takesWrittenTexts(request: object | undefined): boolean {
  return request !== undefined && askers.has(request)
}

let writing: Buffer[] | undefined

export class WrittenText {
  readonly #bytes: Buffer

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get root(): unknown {
    return this.parsed().root
  }

  /** As JSON.stringify asks for it: to everybody but {@link writeJson} the text itself. */
  toJSON(): unknown {
    if (!writing) return this.parsed()
    writing.push(this.#bytes)
    return placeholder
  }

  private parsed(): { root?: unknown } {
    return JSON.parse(this.#bytes.toString())
  }
}

/** @throws as JSON.stringify does. */
export function writeJson(value: object): Buffer {
  const texts: Buffer[] = []
  writing = texts
  let json: string
  try {
    json = JSON.stringify(value)
  } finally {
    writing = undefined
  }
  const [first = '', ...others] = json.split(between)
  const parts = others.flatMap((part, index) => [texts[index] ?? Buffer.of(), Buffer.from(part)])
  return Buffer.concat([Buffer.from(first), ...parts])
}
