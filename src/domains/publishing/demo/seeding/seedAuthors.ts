import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { authors } from '../authors'
import { findStored } from './findStored'
import { storeDemoImage } from './storeDemoImage'

export async function seedAuthors(req: PayloadRequest): Promise<number> {
  let created = 0
  for (const { portrait, ...author } of authors) {
    if (await findStored(req, 'profiles', { username: { equals: author.username } })) continue
    const image = { image: `portrait-${author.username}.webp`, alt: portrait }
    const avatar = await storeDemoImage(req, image)
    // The seeder acts for the installation; nobody is signed in.
    await req.payload.create({
      collection: 'profiles',
      data: { ...author, avatar },
      depth: 0,
      ...asSystem(req),
    })
    created += 1
  }
  return created
}
