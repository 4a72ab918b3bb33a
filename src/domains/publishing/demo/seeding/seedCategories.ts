import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { categories } from '../categories'
import { findStored } from './findStored'

export async function seedCategories(req: PayloadRequest): Promise<number> {
  let created = 0
  for (const { parent, ...category } of categories) {
    if (await findStored(req, 'categories', { slug: { equals: category.slug } })) continue
    const parentId = parent ? await findStored(req, 'categories', { slug: { equals: parent } }) : null
    // The seeder acts for the installation; nobody is signed in.
    await req.payload.create({
      collection: 'categories',
      data: { ...category, parent: parentId },
      depth: 0,
      ...asSystem(req),
    })
    created += 1
  }
  return created
}
