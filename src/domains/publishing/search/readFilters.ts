import type { PayloadRequest } from 'payload'
import { asUser } from '@/src/platform/authority'
import { categoryBranch, listCategories } from '../listCategories'
import type { Filters } from './findMatches'
import type { SearchInput } from './schemas'

type Named = Pick<SearchInput, 'category' | 'tag' | 'author' | 'from' | 'before'>

/** What the slugs and the username stand for; a category with all below it. A name that nobody has lets nothing through. */
export async function readFilters(req: PayloadRequest, input: Named): Promise<Filters> {
  const { category, tag, author, from, before } = input
  return {
    from,
    before,
    categories: category === undefined ? undefined : await branchOf(req, category),
    tags: tag === undefined ? undefined : await idsOf(req, 'tags', { slug: { equals: tag } }),
    authors:
      author === undefined ? undefined : await idsOf(req, 'profiles', { username: { equals: author } }),
  }
}

async function branchOf(req: PayloadRequest, slug: string): Promise<string[]> {
  const all = await listCategories(req)
  const category = all.find((each) => each.slug === slug)
  return category ? categoryBranch(all, category) : []
}

async function idsOf(
  req: PayloadRequest,
  collection: 'tags' | 'profiles',
  where: Record<string, { equals: string }>,
): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection,
    where,
    limit: 1,
    depth: 0,
    pagination: false,
    ...asUser(req),
  })
  return docs.map(({ id }) => id)
}
