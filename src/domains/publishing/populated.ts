/** A relationship's document where the caller may read it and the depth reached it, else `null`. */
export function populated<Doc extends object>(reference: string | Doc | null | undefined): Doc | null {
  return typeof reference === 'object' && reference !== null ? reference : null
}

/** The readable documents of a relationship to many. */
export function populatedAll<Doc extends object>(references: (string | Doc)[] | null | undefined): Doc[] {
  return (references ?? []).map(populated).filter((doc) => doc !== null) as Doc[]
}
