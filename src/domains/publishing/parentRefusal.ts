import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'

/** Levels of categories, the top one counted. */
const maxDepth = 5

/** Why `parent` cannot be above the category `id`, `null` when it can. */
export async function parentRefusal(
  req: PayloadRequest,
  { id, parent }: { id?: string; parent: string },
): Promise<string | null> {
  let above: string | null | undefined = parent
  for (let depth = 1; above; depth += 1) {
    if (above === id) return 'A category cannot be below itself.'
    if (depth >= maxDepth) return `Categories nest ${maxDepth} levels at most.`
    // The whole line of ancestors counts, trashed ones too.
    const category: { parent?: unknown } | null = await req.payload.findByID({
      collection: 'categories',
      id: above,
      depth: 0,
      select: { parent: true },
      disableErrors: true,
      trash: true,
      ...asSystem(req),
    })
    above = typeof category?.parent === 'string' ? category.parent : null
  }
  return null
}
