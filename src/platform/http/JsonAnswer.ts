/** An answer of JSON, which who sends it need not read out of a stream again; to anybody else a response as any. */
import { writeJson } from '../WrittenText'

export class JsonAnswer extends Response {
  readonly whole: Buffer

  constructor(value: object, { status = 200 }: { status?: number } = {}) {
    super(null, { status, headers: { 'content-type': 'application/json' } })
    this.whole = writeJson(value)
  }

  override get body() {
    return this.streamed().body
  }

  override async text() {
    return this.whole.toString()
  }

  override async json() {
    return JSON.parse(this.whole.toString())
  }

  override arrayBuffer() {
    return this.streamed().arrayBuffer()
  }

  override blob() {
    return this.streamed().blob()
  }

  override clone() {
    return this.streamed()
  }

  private streamed(): Response {
    const { status, headers } = this
    return new Response(new Uint8Array(this.whole), { status, headers })
  }
}
