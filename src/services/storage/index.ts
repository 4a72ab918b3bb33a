import { env } from '@/src/platform/env'
import { localStorage } from './local'
import { s3Storage } from './s3'

export interface StoredObject {
  body: ReadableStream<Uint8Array>
  sizeBytes: number
}

/** Where the bytes of uploads live. Keys are relative, with forward slashes. */
export interface Storage {
  put(key: string, bytes: Uint8Array, mimeType: string): Promise<void>
  /** `null` when there is no such object. `range` is inclusive, in bytes. */
  get(key: string, range?: { start: number; end: number }): Promise<StoredObject | null>
  /** Size in bytes, `null` when there is no such object. */
  size(key: string): Promise<number | null>
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>
}

let chosen: Storage | undefined

/** S3-compatible storage when S3_BUCKET is set, else the folder DATA_DIR/uploads. */
export function storage(): Storage {
  chosen ??= env.S3_BUCKET ? s3Storage() : localStorage()
  return chosen
}
