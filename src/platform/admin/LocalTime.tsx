'use client'

import { useEffect, useState } from 'react'
import { sayMoment } from './localMoments'

/** A moment by the reader's clock. The server does not know their time zone, and says UTC until the page is alive. */
export function LocalTime({ at }: { at: string }) {
  const [text, setText] = useState(() => sayMoment(at, 'UTC'))
  useEffect(() => setText(sayMoment(at)), [at])
  return <time dateTime={at}>{text}</time>
}
