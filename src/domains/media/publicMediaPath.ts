import { env } from '@/src/platform/env'

/** Where the public finds a file of the library: on the site, or on what stands before its storage. */
export function publicMediaPath(filename: string): string {
  return env.MEDIA_BASE_URL
    ? `${env.MEDIA_BASE_URL}/media/${filename}`
    : `/api/media/file/${encodeURIComponent(filename)}`
}
