import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'

type Relation = Extract<FlattenedField, { type: 'relationship' | 'upload' }>

export interface QueryPath {
  /** Relationships that are not its end. */
  through: Relation[]
  /** None where there is no such field, and for an id. */
  end: FlattenedField | undefined
  lastName: string
}

/** What a path of a query passes through and ends in, as in `categories.parent.name`. */
export function queryPath(
  req: Pick<PayloadRequest, 'payload'>,
  slug: CollectionSlug,
  path: string,
): QueryPath {
  const through: Relation[] = []
  let fields: FlattenedField[] = req.payload.collections[slug]?.config.flattenedFields ?? []
  let end: FlattenedField | undefined
  const segments = path.split('.')
  for (const [index, segment] of segments.entries()) {
    end = fields.find(({ name }) => name === segment)
    if (!end) continue
    if (isRelation(end)) {
      if (index === segments.length - 1) break
      through.push(end)
      fields = targetsOf(end).flatMap(
        (target) => req.payload.collections[target]?.config.flattenedFields ?? [],
      )
    } else if ('flattenedFields' in end) fields = end.flattenedFields
  }
  return { through, end, lastName: segments.at(-1) ?? '' }
}

export function targetsOf({ relationTo }: Relation): CollectionSlug[] {
  return [relationTo].flat()
}

export function isRelation(field: FlattenedField): field is Relation {
  return field.type === 'relationship' || field.type === 'upload'
}
