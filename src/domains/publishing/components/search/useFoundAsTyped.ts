import { useEffect, useState } from 'react'
import type { SearchResult } from '../../search/searchArticles'

export type Found =
  | { state: 'idle' }
  | { state: 'loading'; result?: SearchResult }
  | { state: 'done'; result: SearchResult }
  | { state: 'failed' }

const pauseMs = 130
const results = 5

/** What is found for the words so far: asked for in a pause of typing, and given up when more is typed. */
export function useFoundAsTyped(words: string): Found {
  const [found, setFound] = useState<Found>({ state: 'idle' })
  const q = words.trim()

  useEffect(() => {
    if (q.length < 2) {
      setFound({ state: 'idle' })
      return
    }
    setFound((before) => ({ state: 'loading', result: 'result' in before ? before.result : undefined }))
    const given = new AbortController()
    const timer = setTimeout(() => {
      ask(q, given.signal).then(
        (result) => setFound({ state: 'done', result }),
        () => !given.signal.aborted && setFound({ state: 'failed' }),
      )
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      given.abort()
    }
  }, [q])

  return found
}

async function ask(q: string, signal: AbortSignal): Promise<SearchResult> {
  const query = new URLSearchParams({ q, prefix: 'true', limit: String(results) })
  const answer = await fetch(`/api/search?${query}`, { signal })
  if (!answer.ok) throw new Error(`The search answered ${answer.status}`)
  return (await answer.json()) as SearchResult
}
