/** Takes the demo publication out again, for an owner who starts their own. Their own documents stay. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CollectionSlug, createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { authors } from './authors'
import { categories } from './categories'
import { demoFolder } from './demoFolder'
import { demoImporter } from './demoImporter'
import { pages } from './pages'
import { footer, navigation, seoDefaults, settings } from './site'

/** @returns how many documents of each collection were deleted. What is still used elsewhere is kept. */
export async function removeDemo(payload: Payload): Promise<Record<string, number>> {
  const req = await createLocalReq({}, payload)
  await clearGlobals(req)
  const removed: Record<string, number> = {}
  for (const [collection, where] of parts) removed[collection] = await remove(req, collection, where)
  removed.tags = await removeUnusedTags(req)
  removed.categories = await removeUnusedCategories(req)
  removed.profiles = await removeSilentAuthors(req)
  removed.media = await remove(req, 'media', { hash: { in: await pictureHashes() } })
  return removed
}

/** Whatever points at others goes before what it points at. */
const parts: [CollectionSlug, Where][] = [
  ['content', { 'source.importer': { equals: demoImporter } }],
  [
    'pages',
    {
      and: [
        { slug: { in: pages.map(({ slug }) => slug) } },
        { title: { in: pages.map(({ title }) => title) } },
      ],
    },
  ],
  ['market-quotes', { source: { equals: demoImporter } }],
]

/** Our pictures carry no metadata, so that they are stored byte for byte. */
async function pictureHashes(): Promise<string[]> {
  const folder = join(demoFolder, 'images')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.webp'))
  const hash = async (name: string) =>
    createHash('sha256')
      .update(await readFile(join(folder, name)))
      .digest('hex')
  return Promise.all(names.map(hash))
}

/** One by one, so that a document which somebody else uses is kept and the others go. */
async function remove(req: PayloadRequest, collection: CollectionSlug, where: Where): Promise<number> {
  // The owner has asked for it; the command has no user.
  const authority = asSystem(req)
  const { docs } = await req.payload.find({
    collection,
    where,
    depth: 0,
    limit: 0,
    pagination: false,
    trash: true,
    draft: true,
    ...authority,
  })
  let count = 0
  for (const { id } of docs) {
    const isGone = await req.payload
      .delete({ collection, id, trash: true, depth: 0, ...authority })
      .then(() => true)
      .catch((error: Error) => {
        req.payload.logger.info({ collection, id, reason: error.message }, 'kept a demo document')
        return false
      })
    if (isGone) count += 1
  }
  return count
}

async function removeUnusedTags(req: PayloadRequest): Promise<number> {
  const used = await usedIds(req, 'tags')
  return remove(req, 'tags', { and: [{ origin: { equals: 'system' } }, { id: { not_in: used } }] })
}

async function removeUnusedCategories(req: PayloadRequest): Promise<number> {
  const used = await usedIds(req, 'categories')
  const slugs = categories.map(({ slug }) => slug).toReversed()
  let count = 0
  for (const slug of slugs)
    count += await remove(req, 'categories', { and: [{ slug: { equals: slug } }, { id: { not_in: used } }] })
  return count
}

async function removeSilentAuthors(req: PayloadRequest): Promise<number> {
  const used = await usedIds(req, 'authors')
  const usernames = authors.map(({ username }) => username)
  return remove(req, 'profiles', { and: [{ username: { in: usernames } }, { id: { not_in: used } }] })
}

async function usedIds(req: PayloadRequest, field: 'tags' | 'categories' | 'authors'): Promise<string[]> {
  // The owner's drafts count, too.
  const { docs } = await req.payload.find({
    collection: 'content',
    where: { [field]: { exists: true } },
    select: { [field]: true },
    depth: 0,
    limit: 0,
    pagination: false,
    draft: true,
    trash: true,
    ...asSystem(req),
  })
  const values: (string | { id: string })[] = docs.flatMap(
    (doc): (string | { id: string })[] => doc[field] ?? [],
  )
  const ids = values.map((value) => (typeof value === 'string' ? value : value.id))
  return [...new Set(ids)]
}

/** Only what still says what the demo said. */
async function clearGlobals(req: PayloadRequest): Promise<void> {
  const { payload } = req
  const authority = { depth: 0, ...asSystem(req) } as const
  const site = await payload.findGlobal({ slug: 'site-settings', ...authority })
  if (site.name === settings.name) {
    const data = {
      name: 'Masthead',
      tagline: null,
      description: null,
      logo: null,
      logoAtNight: null,
      icon: null,
    }
    await payload.updateGlobal({ slug: 'site-settings', data, ...authority })
  }
  const menu = await payload.findGlobal({ slug: 'navigation', ...authority })
  if (menu.items?.[0]?.url === navigation[0]?.url)
    await payload.updateGlobal({ slug: 'navigation', data: { items: [] }, ...authority })
  const foot = await payload.findGlobal({ slug: 'footer', ...authority })
  if (foot.note === footer.note)
    await payload.updateGlobal({
      slug: 'footer',
      data: { columns: [], note: null, social: [] },
      ...authority,
    })
  const seo = await payload.findGlobal({ slug: 'seo-defaults', ...authority })
  if (seo.description === seoDefaults.description) {
    const data = { titleTemplate: '%s', description: null, image: null }
    await payload.updateGlobal({ slug: 'seo-defaults', data, ...authority })
  }
}
