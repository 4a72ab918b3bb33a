import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

type Encoding = 'br' | 'gzip'

const compress = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 6 }),
}

/** What a request says of how it wants to be answered; the rest of it must not shape what others get. */
export interface Asked {
  isHead: boolean
  encodings: string
  knownTags: string | undefined
  /** The date of the answer that the asker has; tags say more, where there are any. */
  knownDate: string | undefined
}

export function askedBy({ method, headers }: IncomingMessage): Asked {
  return {
    isHead: method === 'HEAD',
    encodings: String(headers['accept-encoding'] ?? ''),
    knownTags: headers['if-none-match'],
    knownDate: headers['if-modified-since'],
  }
}

const smallestCompressed = 1_024
const compressible = /^(text\/|application\/(json|.*\+json|xml|.*\+xml|javascript|manifest))/

/** A whole answer as it is sent to many: its bytes, each compressed form made once, and a strong tag. */
export class Answer {
  readonly etag: string
  private readonly compressed = new Map<Encoding, Promise<Buffer>>()
  private compressedBytes = 0
  onGrow: (() => void) | undefined

  constructor(
    readonly status: number,
    readonly headers: [name: string, value: string | string[]][],
    readonly body: Buffer,
  ) {
    this.etag = createHash('sha1').update(body).digest('base64url')
  }

  get bytes(): number {
    return this.body.length + this.compressedBytes
  }

  async send(asked: Asked, response: ServerResponse, cacheControl: string): Promise<void> {
    const encoding = this.chooseEncoding(asked.encodings)
    // Made before anything is said, so that a failure to compress is a plain answer.
    const body = encoding ? await this.compress(encoding) : this.body
    const tag = encoding ? `"${this.etag}-${encoding}"` : `"${this.etag}"`
    for (const [name, value] of this.headers) response.setHeader(name, value)
    response.setHeader('vary', varied(response))
    response.setHeader('cache-control', cacheControl)
    if (this.status === 200) response.setHeader('etag', tag)
    if (this.status === 200 && this.isKnownTo(asked)) {
      response.removeHeader('content-type')
      response.writeHead(304).end()
      return
    }
    if (encoding) response.setHeader('content-encoding', encoding)
    response.setHeader('content-length', body.length)
    response.writeHead(this.status)
    response.end(asked.isHead ? undefined : body)
  }

  /** The very date that we gave, as nginx takes it: what was withdrawn since makes an answer older, not newer. */
  private isKnownTo({ knownTags, knownDate }: Asked): boolean {
    if (knownTags !== undefined) return matches(knownTags, this.etag)
    return (
      knownDate !== undefined &&
      this.headers.some(([name, date]) => name === 'last-modified' && date === knownDate)
    )
  }

  private chooseEncoding(accepted: string): Encoding | undefined {
    if (!accepted || this.body.length < smallestCompressed) return undefined
    const type = this.headers.find(([name]) => name === 'content-type')?.[1]
    if (typeof type !== 'string' || !compressible.test(type)) return undefined
    const names = accepted
      .split(',')
      .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
      .map((part) => part.split(';')[0]?.trim())
    return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : undefined
  }

  private compress(encoding: Encoding): Promise<Buffer> {
    const known = this.compressed.get(encoding)
    if (known) return known
    const made = compress[encoding](this.body).then((bytes) => {
      this.compressedBytes += bytes.length
      this.onGrow?.()
      return bytes
    })
    this.compressed.set(encoding, made)
    return made
  }
}

/** Any form that we sent of the same answer. */
function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false
  if (header.trim() === '*') return true
  return header.split(',').some(
    (tag) =>
      tag
        .trim()
        .replace(/^W\//, '')
        .replace(/^"|(-br|-gzip)?"$/g, '') === etag,
  )
}

function varied(response: ServerResponse): string {
  const names = String(response.getHeader('vary') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && !/^(rsc|next-|accept-encoding$|authorization$|origin$)/i.test(name))
  const own = ['Accept-Encoding', 'Authorization']
  // Payload names its methods in every answer that other origins may ask for.
  if (response.hasHeader('access-control-allow-methods')) own.push('Origin')
  return [...own, ...names].join(', ')
}
