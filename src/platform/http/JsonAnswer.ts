/** An answer of JSON, which who sends it need not read out of a stream again; to anybody else a response as any. */
export class JsonAnswer extends Response {
  readonly whole: string

  constructor(value: unknown, { status = 200 }: { status?: number } = {}) {
    super(null, { status, headers: { 'content-type': 'application/json' } })
    this.whole = JSON.stringify(value)
  }

  override get body() {
    return this.streamed().body
  }

  override async text() {
    return this.whole
  }

  override async json() {
    return JSON.parse(this.whole)
  }

  override arrayBuffer() {
    return this.streamed().arrayBuffer()
  }

  override clone() {
    return this.streamed()
  }

  private streamed(): Response {
    const { status, headers } = this
    return new Response(this.whole, { status, headers })
  }
}
