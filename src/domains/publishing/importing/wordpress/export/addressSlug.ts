import { slugify } from '@/src/platform/slugify'
import { safeDecode } from '../../markdown/references'

const validSlug = /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:[-_.][\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u
const longestSlug = 180

/** A slug of WordPress as one of ours: it stores letters beyond ASCII as percent codes. Empty when nothing is left. */
export function addressSlug(slug: string): string {
  const decoded = safeDecode(slug).toLowerCase()
  const own = validSlug.test(decoded) ? decoded : slugify(decoded)
  return own.slice(0, longestSlug).replace(/[-_.]+$/, '')
}
