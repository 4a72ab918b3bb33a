/** Texts put aside on disk while the rest of a file is read: their order in it is not that in which they are needed. */
import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Place = { at: number; length: number; hash: string }

export class Spool<Value> {
  private readonly places = new Map<string, Place>()
  private end = 0

  private constructor(
    private readonly file: FileHandle,
    private readonly path: string,
  ) {}

  static async open<Value>(): Promise<Spool<Value>> {
    const path = join(tmpdir(), `masthead-spool-${randomBytes(6).toString('hex')}`)
    return new Spool(await open(path, 'wx+', 0o600), path)
  }

  async add(key: string, value: Value): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(value))
    const hash = createHash('sha256').update(bytes).digest('base64url')
    await this.file.write(bytes, 0, bytes.length, this.end)
    this.places.set(key, { at: this.end, length: bytes.length, hash })
    this.end += bytes.length
  }

  keys(): IterableIterator<string> {
    return this.places.keys()
  }

  hashOf(key: string): string {
    return this.places.get(key)?.hash ?? ''
  }

  async read(key: string): Promise<Value | undefined> {
    const place = this.places.get(key)
    if (!place) return undefined
    const { buffer } = await this.file.read(Buffer.alloc(place.length), 0, place.length, place.at)
    return JSON.parse(buffer.toString('utf8')) as Value
  }

  async close(): Promise<void> {
    await this.file.close()
    await rm(this.path, { force: true })
  }
}
