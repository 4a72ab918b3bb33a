import { type CollectionSlug, type PayloadRequest, ValidationError } from 'payload'
import { executeKept } from '@/src/platform/payload/executeKept'
import { lockInTransaction } from '@/src/platform/payload/lockInTransaction'

import { isOwnAddress } from './isOwnAddress'
import { pagePath } from './paths'

interface UniqueSlugInput {
  /** Its table has its name. */
  collection: CollectionSlug
  slug: string
  locale?: string | null
  /** The document that may keep it. */
  id?: string
  /** Whether a person chose it: then it is refused when taken, not changed. */
  isTyped: boolean
}

/** Numbers tried after a derived slug before giving up. */
const maxNumber = 200

/**
 * The first free slug: `slug`, `slug-2`, `slug-3` … A partial unique index stands behind it, for two writers at
 * the same moment.
 * @throws ValidationError on the field when a typed slug is taken.
 */
export async function uniqueSlug(req: PayloadRequest, input: UniqueSlugInput): Promise<string> {
  const { slug, isTyped, collection } = input
  const isWriting = (await req.transactionID) !== undefined
  // Who makes another of the same title at the same moment waits, and is given the next number.
  if (!isTyped && isWriting) await lockInTransaction(req, `slug:${collection}:${slug}`)
  for (let number = 1; number <= maxNumber; number += 1) {
    const candidate = number === 1 ? slug : `${slug}-${number}`
    if (!(await isTaken(req, { ...input, slug: candidate }))) return candidate
    if (isTyped) break
  }
  throw new ValidationError(
    {
      collection,
      errors: [{ path: 'slug', message: `The address “${slug}” is taken.` }],
      req,
    },
    req.t,
  )
}

async function isTaken(
  req: PayloadRequest,
  { collection, slug, locale, id }: UniqueSlugInput,
): Promise<boolean> {
  if (collection === 'pages' && isOwnAddress(pagePath({ slug, locale }))) return true
  const config = req.payload.collections[collection].config
  const conditions = ['slug = $1', ...(config.trash ? ['deleted_at is null'] : [])]
  const values = [slug]
  if (locale) conditions.push(`locale = $${values.push(locale)}`)
  if (id) conditions.push(`id <> $${values.push(id)}`)
  // Of the database itself: every document counts, also those that the caller may not read.
  const text = `select true from "${collection}" where ${conditions.join(' and ')} limit 1`
  return (await executeKept(req, text, values)).length > 0
}
