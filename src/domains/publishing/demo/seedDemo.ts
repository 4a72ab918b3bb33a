/** Loads the demo publication. May be interrupted anywhere and run again; what is there already is left alone. */
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { demoImporter } from './demoImporter'
import { seedArticles } from './seeding/seedArticles'
import { seedAuthors } from './seeding/seedAuthors'
import { seedCategories } from './seeding/seedCategories'
import { seedGlobals } from './seeding/seedGlobals'
import { seedMarketQuotes } from './seeding/seedMarketQuotes'
import { seedPages } from './seeding/seedPages'

export type DemoProgress = (step: string) => void
export type DemoResult = { isSeeded: boolean; created: number }

/** `isForced` loads it beside articles of the owner's own; otherwise a publication that has begun is left alone. */
export async function seedDemo(
  payload: Payload,
  onProgress: DemoProgress = () => {},
  { isForced = false } = {},
): Promise<DemoResult> {
  const req = await createLocalReq({}, payload)
  if (!isForced && (await hasOwnArticles(req))) return { isSeeded: false, created: 0 }
  let created = 0
  for (const [step, seed] of steps) {
    onProgress(step)
    created += await seed(req)
  }
  return { isSeeded: true, created }
}

/** In this order: articles point at authors and categories, menus at pages. Each answers what it has written. */
const steps: [string, (req: PayloadRequest) => Promise<number>][] = [
  ['authors', seedAuthors],
  ['categories', seedCategories],
  ['prices', seedMarketQuotes],
  ['articles', seedArticles],
  ['pages', seedPages],
  ['menus and settings', seedGlobals],
]

async function hasOwnArticles(req: PayloadRequest): Promise<boolean> {
  // The seeder must see drafts and what is in the trash, too: all of it is somebody's work.
  const { totalDocs } = await req.payload.count({
    collection: 'content',
    where: {
      or: [{ 'source.importer': { exists: false } }, { 'source.importer': { not_equals: demoImporter } }],
    },
    trash: true,
    ...asSystem(req),
  })
  return totalDocs > 0
}
