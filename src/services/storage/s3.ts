import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { env } from '@/src/platform/env'
import type { Storage } from '.'

/** Any S3-compatible service, by the S3_* settings. */
export function s3Storage(): Storage {
  const client = new S3Client({
    region: env.S3_REGION,
    endpoint: env.S3_ENDPOINT,
    forcePathStyle: env.S3_FORCE_PATH_STYLE,
    credentials:
      env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY
        ? { accessKeyId: env.S3_ACCESS_KEY_ID, secretAccessKey: env.S3_SECRET_ACCESS_KEY }
        : undefined,
  })
  const object = (key: string) => ({ Bucket: env.S3_BUCKET, Key: `${env.S3_PREFIX}${key}` })
  return {
    async put(key, bytes, mimeType) {
      await client.send(
        new PutObjectCommand({
          ...object(key),
          Body: bytes,
          ContentType: mimeType,
          CacheControl: 'public, max-age=31536000, immutable',
        }),
      )
    },
    async get(key, range) {
      const Range = range && `bytes=${range.start}-${range.end}`
      const found = await client.send(new GetObjectCommand({ ...object(key), Range })).catch(nullWhenMissing)
      if (!found?.Body) return null
      return {
        body: found.Body.transformToWebStream(),
        sizeBytes: wholeSize(found.ContentRange, found.ContentLength),
      }
    },
    async size(key) {
      const found = await client.send(new HeadObjectCommand(object(key))).catch(nullWhenMissing)
      return found?.ContentLength ?? null
    },
    async delete(key) {
      await client.send(new DeleteObjectCommand(object(key)))
    },
  }
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof NoSuchKey || error instanceof NotFound) return null
  throw error
}

/** A partial answer states the whole size after the slash of Content-Range. */
function wholeSize(contentRange: string | undefined, contentLength: number | undefined): number {
  return Number(contentRange?.split('/')[1] ?? contentLength ?? 0)
}
