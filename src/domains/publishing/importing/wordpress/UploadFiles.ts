/** Files of a WordPress site: from a copy of its uploads where there is one, else from the site itself. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '@/src/platform/errors'
import type { Fetcher } from '@/src/platform/fetch/createFetcher'
import { safeDecode } from '../markdown/references'
import { readInside } from '../markdown/source/readText'
import { DocumentError, type NeutralMetadata, UnreachableError } from '../neutral'
import type { SourceFile, SourceFiles } from '../source'
import { addressKey } from './body/settlePictures'
import type { Attachment } from './export/attachmentOf'

export type UploadsInput = {
  attachments: ReadonlyMap<string, Attachment>
  origin?: string
  /** Copy of `wp-content/uploads`. */
  uploads?: string
  /** `undefined` when nothing is to be downloaded. */
  fetchFile?: Fetcher
}

const maxFileBytes = 64 * 1024 * 1024
const fileTimeoutMs = 60_000
const storable = /\.(?:png|jpe?g|gif|webp|avif|svg|pdf|mp4|webm)$/i
/** A host that failed so often in a row is not asked again in this run. */
const patience = 3

export class UploadFiles implements SourceFiles {
  private readonly byUrl: Map<string, Attachment>
  private readonly failures = new Map<string, number>()

  constructor(private readonly input: UploadsInput) {
    this.byUrl = new Map([...input.attachments.values()].map((each) => [addressKey(each.url), each]))
  }

  /** Files are known by their address, without what only tells their copies apart. */
  find = (address: string, from: NeutralMetadata): string | undefined => {
    const url = this.absolute(address, from)
    if (!url) return undefined
    const isPath = !/^(?:https?:)?\/\//i.test(address)
    if (isPath && !storable.test(url.pathname) && !this.byUrl.has(addressKey(url.href))) return undefined
    url.hash = ''
    return url.href
  }

  /** What a site has uploaded under a name it does not replace, so that the address stands for the file. */
  digest = async (file: string): Promise<string> => createHash('sha256').update(file).digest('base64url')

  sourceKey = (file: string): string => file

  read = async (file: string): Promise<SourceFile> => {
    const data = (await this.readUpload(file)) ?? (await this.download(file))
    const filename = safeDecode(basename(new URL(file).pathname)) || 'file'
    const { alt, caption } = this.byUrl.get(addressKey(file)) ?? {}
    return { data, filename, ...(alt ? { alt } : {}), ...(caption ? { caption } : {}) }
  };

  *others(): Generator<string> {
    if (!this.input.fetchFile && !this.input.uploads) return
    for (const { url } of this.input.attachments.values())
      if (URL.canParse(url) && storable.test(new URL(url).pathname)) yield new URL(url).href
  }

  private absolute(address: string, from: NeutralMetadata): URL | undefined {
    const { origin } = this.input
    const base = origin ? new URL(from.permalink, origin) : undefined
    if (!URL.canParse(address, base)) return undefined
    const url = new URL(address, base)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined
  }

  private async readUpload(file: string): Promise<Buffer | undefined> {
    const path = /\/(?:wp-content\/uploads|files)\/([^?#]+)/.exec(new URL(file).pathname)?.[1]
    if (!this.input.uploads || !path) return undefined
    try {
      return await readInside(this.input.uploads, safeDecode(path), maxFileBytes)
    } catch (error) {
      if (error instanceof DocumentError && error.code === 'FILE_MISSING') return undefined
      throw error
    }
  }

  private async download(file: string): Promise<Buffer> {
    const { fetchFile } = this.input
    if (!fetchFile) throw leftRemote(`It was not downloaded. A link leads to it: ${file}`)
    const { host } = new URL(file)
    if ((this.failures.get(host) ?? 0) >= patience)
      throw new UnreachableError(`${file} was not tried: ${host} cannot be reached.`)
    try {
      const { data } = await fetchPatiently(fetchFile, file)
      this.failures.delete(host)
      return data
    } catch (error) {
      throw this.explained(error, file, host)
    }
  }

  private explained(error: unknown, file: string, host: string): unknown {
    if (!(error instanceof AppError)) return error
    const { code, message } = error
    if (code === 'HOST_UNREACHABLE' || code === 'FETCH_TIMED_OUT') {
      this.failures.set(host, (this.failures.get(host) ?? 0) + 1)
      return new UnreachableError(`${message} A link leads to it: ${file}`)
    }
    if (isPassing(error)) return new UnreachableError(`${message} A link leads to it: ${file}`)
    return leftRemote(`${message} A link leads to it: ${file}`)
  }
}

/** Another run may be allowed to download, be given the uploads, or find the file where it is missing now. */
function leftRemote(message: string): UnreachableError {
  return new UnreachableError(message, 'MEDIA_LEFT_REMOTE')
}

const attempts = 3
const pauseMs = 2_000

/** Hosts slow down those who fetch much. */
async function fetchPatiently(fetchFile: Fetcher, file: string) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetchFile(file, {
        maxBytes: maxFileBytes,
        timeoutMs: fileTimeoutMs,
        accept: 'image/*,*/*;q=0.8',
      })
    } catch (error) {
      if (attempt === attempts || !isPassing(error)) throw error
      await sleep(pauseMs * attempt)
    }
  }
}

function isPassing(error: unknown): boolean {
  const status = error instanceof AppError ? error.data?.status : undefined
  return typeof status === 'number' && (status === 429 || status >= 500)
}
