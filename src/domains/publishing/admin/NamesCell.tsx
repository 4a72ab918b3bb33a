import type { DefaultServerCellComponentProps, Payload } from 'payload'
import { cache } from 'react'
import { oneQuery } from '@/src/platform/admin/oneQuery'

type Named = { id: string; name: string; colour?: string | null }
type NamedCollection = 'profiles' | 'categories' | 'tags'

/** Names of authors, categories or tags, there when the list is. */
export async function NamesCell({ cellData, field, payload }: DefaultServerCellComponentProps) {
  const ids = [cellData].flat().filter((id): id is string => typeof id === 'string')
  const collection = ('relationTo' in field ? field.relationTo : '') as NamedCollection
  const found = await Promise.all(ids.map((id) => namesOf(payload, collection)(id)))
  const named = found.filter((doc) => doc !== undefined)
  if (named.length === 0) return <span className="mh-nothing">–</span>
  return (
    <span className="mh-names">
      {named.map(({ id, name, colour }) => (
        <span className="mh-name" key={id}>
          {colour ? <span className="mh-dot" style={{ background: colour }} /> : null}
          {name}
        </span>
      ))}
    </span>
  )
}

const namesOf = cache((payload: Payload, collection: NamedCollection) =>
  oneQuery<Named>(async (ids) => {
    // Names are public: nobody's authority is needed to see them.
    const { docs } = await payload.find({
      collection,
      where: { id: { in: ids } },
      depth: 0,
      pagination: false,
      overrideAccess: false,
      select: collection === 'categories' ? { name: true, colour: true } : { name: true },
    })
    return docs as Named[]
  }),
)
