import type { PayloadRequest } from 'payload'
import { asUser } from '@/src/platform/authority'

export interface CategoryNode {
  id: string
  name: string
  slug: string
  description: string | null
  colour: string | null
  /** Id of the category above, `null` for a section. */
  parent: string | null
}

/** Every category that the caller may read, by name. */
export async function listCategories(req: PayloadRequest): Promise<CategoryNode[]> {
  const { docs } = await req.payload.find({
    collection: 'categories',
    select: { name: true, slug: true, description: true, colour: true, parent: true },
    sort: 'name',
    limit: 0,
    depth: 0,
    pagination: false,
    ...asUser(req),
  })
  return docs.map(({ id, name, slug, description, colour, parent }) => ({
    id,
    name,
    slug: slug ?? '',
    description: description ?? null,
    colour: colour ?? null,
    parent: typeof parent === 'string' ? parent : null,
  }))
}

/** The categories above `category`, the outermost first. */
export function categoriesAbove(all: CategoryNode[], category: CategoryNode): CategoryNode[] {
  const above: CategoryNode[] = []
  let parent = all.find(({ id }) => id === category.parent)
  while (parent && !above.includes(parent)) {
    above.unshift(parent)
    const { parent: next } = parent
    parent = all.find(({ id }) => id === next)
  }
  return above
}

export function categoriesDirectlyBelow(all: CategoryNode[], category: CategoryNode): CategoryNode[] {
  return all.filter(({ parent }) => parent === category.id)
}

/** Ids of `category` and of everything below it: an article of a part is an article of the whole. */
export function categoryBranch(
  all: CategoryNode[],
  category: CategoryNode,
  seen = new Set<string>(),
): string[] {
  if (seen.has(category.id)) return []
  seen.add(category.id)
  const below = categoriesDirectlyBelow(all, category)
  return [category.id, ...below.flatMap((part) => categoryBranch(all, part, seen))]
}
