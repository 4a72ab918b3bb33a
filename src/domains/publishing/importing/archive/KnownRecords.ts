/** Which records of an archive stand for which rows here. Ids are kept, except where the same thing is here already. */
import type { Payload, Where } from 'payload'
import type { ArchiveRecord, CollectionKind } from '../../exporting/archiveFormat'

/** By what a row is known where its id is another: there is only one of each. */
const naturalKeys: Partial<Record<CollectionKind, string>> = {
  media: 'hash',
  categories: 'slug',
  tags: 'slug',
  profiles: 'username',
  'market-quotes': 'symbol',
  redirects: 'from',
}

const mayComeLater = new Set<CollectionKind>(['content', 'pages', 'categories'])

export class KnownRecords {
  private readonly ids = new Map<string, string | null>()

  constructor(private readonly payload: Payload) {}

  /** Remembers which row a record became; `null` for none. */
  set(kind: CollectionKind, id: string, own: string | null): void {
    this.ids.set(`${kind} ${id}`, own)
  }

  /** Id here of a record of the archive; looked up once where the archive did not bring it. */
  async idOf(kind: CollectionKind, id: unknown): Promise<string | null> {
    const key = `${kind} ${String(id)}`
    const known = this.ids.get(key)
    if (known !== undefined) return known
    const found = await this.find(kind, 'id', id)
    // What is not here yet may come later in the archive.
    if (found || !mayComeLater.has(kind)) this.ids.set(key, found)
    return found
  }

  /** The row that is the record already, by its id or by its name. */
  async match({ kind, id, fields }: ArchiveRecord & { kind: CollectionKind }): Promise<string | null> {
    const byId = await this.find(kind, 'id', id)
    const key = naturalKeys[kind]
    const own = byId ?? (key && fields[key] ? await this.find(kind, key, fields[key]) : null)
    if (own) this.set(kind, id, own)
    return own
  }

  private async find(kind: CollectionKind, field: string, value: unknown): Promise<string | null> {
    if (typeof value !== 'string' || (field === 'id' && !isId(value))) return null
    // A restoring acts for the site: every row counts, whoever may read it.
    const { docs } = await this.payload.db.find<{ id: string }>({
      collection: kind,
      where: { and: [{ [field]: { equals: value } }, ...(field === 'id' ? [] : alive(this.payload, kind))] },
      select: {},
      limit: 1,
      pagination: false,
    })
    return docs[0]?.id ?? null
  }
}

/** What lies in the trash has no name any more. */
function alive(payload: Payload, kind: CollectionKind): Where[] {
  return payload.collections[kind].config.trash ? [{ deletedAt: { exists: false } }] : []
}

function isId(value: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
}
