'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiRefusal, askApi, noAnswer } from '@/src/platform/admin/askApi'

const everyMs = 2_500
const afterFailureMs = 5_000

export interface Live<Data> {
  data: Data
  /** Whether `data` still belongs to another address. */
  isStale: boolean
  /** What to say when the last reading failed. */
  trouble: string | null
  refresh: () => void
}

/**
 * Reads an address of the API again and again, and shows the last answer until the next has come: nothing flickers.
 * It rests while the page is hidden or `isPaused`, and looks at once when the page is shown again.
 */
export function useLive<Data>(address: string, initial: Data, isPaused = false): Live<Data> {
  const [answer, setAnswer] = useState({ address, data: initial })
  const [trouble, setTrouble] = useState<string | null>(null)
  const [turn, setTurn] = useState(0)
  const hasInitial = useRef(initial !== null)
  const refresh = useCallback(() => setTurn((count) => count + 1), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn begins the reading anew
  useEffect(() => {
    const abort = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let isReading = false
    const read = async () => {
      clearTimeout(timer)
      if (document.hidden || isReading) return
      isReading = true
      try {
        const data = await askApi<Data>(address, { signal: abort.signal })
        setAnswer({ address, data })
        setTrouble(null)
        if (!isPaused) timer = setTimeout(read, everyMs)
      } catch (error) {
        if (abort.signal.aborted) return
        setTrouble(isSilence(error) ? 'The server does not answer. Trying again.' : sayTrouble(error))
        if (!isPaused) timer = setTimeout(read, afterFailureMs)
      } finally {
        isReading = false
      }
    }
    const onShown = () => {
      if (!document.hidden && !isPaused) void read()
    }
    if (hasInitial.current) {
      hasInitial.current = false
      if (!isPaused) timer = setTimeout(read, everyMs)
    } else void read()
    document.addEventListener('visibilitychange', onShown)
    return () => {
      abort.abort()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onShown)
    }
  }, [address, isPaused, turn])

  return { data: answer.data, isStale: answer.address !== address, trouble, refresh }
}

/** What went wrong with a question to the API, as a sentence. */
export function sayTrouble(error: unknown): string {
  if (error instanceof ApiRefusal && error.code === 'SIGN_IN_REQUIRED')
    return 'You are no longer signed in. Reload the page to sign in again.'
  return error instanceof Error ? error.message : String(error)
}

function isSilence(error: unknown): boolean {
  return error instanceof ApiRefusal && error.code === noAnswer
}
