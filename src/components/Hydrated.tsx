'use client'

import { useEffect } from 'react'

/** Says that the page hears its reader from now on: what was pressed before waits for it (`platform/front/laterScripts`). */
export function Hydrated() {
  useEffect(() => {
    window.dispatchEvent(new Event('hydrated'))
  }, [])
  return null
}
