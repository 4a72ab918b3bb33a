/** Categories, tags and authors: found by their address, made when missing, never overwritten. */
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { validateUsername } from '@/src/domains/accounts'
import { asSystem } from '@/src/platform/authority'
import { slugify } from '@/src/platform/slugify'
import { DocumentError, type NeutralAuthor, type NeutralMetadata, type NeutralTerm } from '../neutral'
import type { MediaStore } from './mediaStore'

export type TaxonomyCounts = { categories: number; tags: number; profiles: number }
export type TagInput = { name: string; slug: string; description?: string; categories?: string[] }

type Named = 'categories' | 'tags' | 'profiles'

export class Taxonomy {
  readonly created: TaxonomyCounts = { categories: 0, tags: 0, profiles: 0 }
  private readonly known: Record<Named, Map<string, Promise<string>>> = {
    categories: new Map(),
    tags: new Map(),
    profiles: new Map(),
  }

  private readonly declared = {
    category: new Map<string, NeutralTerm>(),
    tag: new Map<string, NeutralTerm>(),
  }

  constructor(
    private readonly payload: Payload,
    private readonly isDryRun: boolean,
    private readonly media?: MediaStore,
  ) {}

  /** Reads at once what many documents will ask for. */
  async prefetch(collection: Named, slugs: string[]): Promise<void> {
    const field = collection === 'profiles' ? 'username' : 'slug'
    for (let start = 0; start < slugs.length; start += 500) {
      // The import acts for the site: it must see what any reader could be shown.
      const { docs } = await this.payload.find({
        collection,
        where: { [field]: { in: slugs.slice(start, start + 500) } },
        select: { [field]: true } as never,
        depth: 0,
        limit: 0,
        pagination: false,
        overrideAccess: true,
      })
      for (const doc of docs as unknown as Record<string, string>[])
        this.known[collection].set(doc[field] ?? '', Promise.resolve(doc.id ?? ''))
    }
  }

  /** What the source says of categories and tags beyond their names. Documents then name them by either. */
  declare(terms: NeutralTerm[]): void {
    for (const term of terms) {
      const declared = this.declared[term.kind]
      declared.set(term.slug, term)
      if (!declared.has(slugify(term.name))) declared.set(slugify(term.name), term)
    }
  }

  category(name: string): Promise<string> {
    const term = this.declared.category.get(name) ?? this.declared.category.get(slugify(name))
    if (term) return this.declaredCategory(term)
    const slug = slugify(name)
    const title = name === slug ? name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ') : name
    return this.once('categories', slug, () => ({ name: title.slice(0, 120), slug }))
  }

  private declaredCategory({ name, slug, description, parent }: NeutralTerm): Promise<string> {
    const above = parent === slug ? undefined : this.declared.category.get(parent ?? '')
    return this.once('categories', slug, async () => ({
      name: name.slice(0, 120),
      slug,
      ...(description ? { description: description.slice(0, 2000) } : {}),
      ...(above && !this.isBelow(above, slug) ? { parent: await this.category(above.slug) } : {}),
    }))
  }

  /** A damaged source may make a category its own ancestor. */
  private isBelow(term: NeutralTerm, slug: string): boolean {
    const seen = new Set<string>()
    for (
      let each: NeutralTerm | undefined = term;
      each;
      each = this.declared.category.get(each.parent ?? '')
    ) {
      if (each.slug === slug || seen.has(each.slug)) return true
      seen.add(each.slug)
    }
    return false
  }

  /** The tag that a document means by a name: its declared form, or one of that name. */
  tagNamed(name: string): TagInput {
    const term = this.declared.tag.get(name) ?? this.declared.tag.get(slugify(name))
    return term
      ? { name: term.name, slug: term.slug, description: term.description }
      : { name, slug: slugify(name) }
  }

  tag({ name, slug, description, categories = [] }: TagInput): Promise<string> {
    return this.once('tags', slug, async () => ({
      name: name.slice(0, 120),
      slug,
      origin: 'system',
      ...(description ? { description: description.slice(0, 2000) } : {}),
      ...(categories.length > 0
        ? { categories: await Promise.all(categories.map((each) => this.category(each))) }
        : {}),
    }))
  }

  profile({ username, name, bio, website, location, links, avatar }: NeutralAuthor): Promise<string> {
    const key = validUsername(username)
    return this.once('profiles', key, async () => ({
      username: key,
      name: nameOf(name, username).slice(0, 120),
      ...(bio ? { bio: bio.slice(0, 2000) } : {}),
      ...(website ? { website } : {}),
      ...(location ? { location: location.slice(0, 120) } : {}),
      ...(links && links.length > 0 ? { links } : {}),
      ...(avatar ? await this.avatarOf(avatar, name) : {}),
    }))
  }

  /** An author without a picture is better than none. */
  private async avatarOf(address: string, name: string): Promise<{ avatar?: string }> {
    const file = this.media?.files.find(address, nowhere)
    if (!file || !this.media) return {}
    try {
      return { avatar: (await this.media.store(file, name)).id }
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error
      return {}
    }
  }

  private once(collection: Named, key: string, data: () => object | Promise<object>): Promise<string> {
    const known = this.known[collection]
    const found = known.get(key)
    if (found) return found
    const made = this.findOrCreate(collection, key, data)
    known.set(key, made)
    made.catch(() => known.delete(key))
    return made
  }

  private async findOrCreate(
    collection: Named,
    key: string,
    data: () => object | Promise<object>,
  ): Promise<string> {
    const found = await this.find(collection, key)
    if (found) return found
    this.created[collection] += 1
    if (this.isDryRun) return `new:${key}`
    const values = await data()
    try {
      const req = (await createLocalReq({}, this.payload)) as PayloadRequest
      // Names that documents of the import use are made for them.
      const doc = await this.payload.create({ collection, data: values as never, depth: 0, ...asSystem(req) })
      return String(doc.id)
    } catch (error) {
      const others = await this.find(collection, key)
      if (!others) throw error
      this.created[collection] -= 1
      return others
    }
  }

  private async find(collection: Named, key: string): Promise<string | undefined> {
    const field = collection === 'profiles' ? 'username' : 'slug'
    // As above: the import acts for the site.
    const { docs } = await this.payload.find({
      collection,
      where: { [field]: { equals: key } },
      select: { [field]: true } as never,
      depth: 0,
      limit: 1,
      pagination: false,
      overrideAccess: true,
    })
    const [doc] = docs as { id: string }[]
    return doc?.id
  }
}

/** Authors stand at the root of their site. */
const nowhere = { file: '', permalink: '/' } as NeutralMetadata

/** Front matter may name an author by username alone: `ada-example` is Ada Example. */
function nameOf(name: string, username: string): string {
  if (name !== username) return name
  return name.replace(
    /(^|[-_.])(\p{L})/gu,
    (_all, gap: string, letter: string) => (gap ? ' ' : '') + letter.toUpperCase(),
  )
}

/** A username that may be taken: reserved words get a suffix. */
export function validUsername(username: string): string {
  const plain = username.slice(0, 50).replace(/[-_.]+$/, '')
  return validateUsername(plain) === true ? plain : `${plain}-author`
}
