/**
 * Gathers what the cells of one list ask for singly, and asks for it once. Wrap it in React's `cache`, so that it
 * lives as long as one rendering.
 */
export function oneQuery<Doc extends { id: string }>(find: (ids: string[]) => Promise<Doc[]>) {
  let waiting: Promise<Map<string, Doc>> | undefined
  const ids = new Set<string>()
  return async (id: string): Promise<Doc | undefined> => {
    ids.add(id)
    waiting ??= new Promise<void>((resolve) => setTimeout(resolve, 0)).then(async () => {
      waiting = undefined
      const asked = [...ids]
      ids.clear()
      return new Map((await find(asked)).map((doc) => [doc.id, doc]))
    })
    return (await waiting).get(id)
  }
}
