'use client'

import { isDocumentEvent, isLivePreviewEvent, ready } from '@payloadcms/live-preview'
import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react'

interface LivePreviewProps {
  /** Makes the page of what was typed; nothing when it may not. */
  render: (unsaved: Record<string, unknown>) => Promise<ReactNode>
  /** The page as it was saved. */
  children: ReactNode
}

/** Inside of the panel's live preview: shows what the editor types, while they type. */
export function LivePreview({ render, children }: LivePreviewProps) {
  const [typed, setTyped] = useState<ReactNode>(null)
  const waiting = useRef<Record<string, unknown>>(undefined)
  const isMaking = useRef(false)
  const hasTyped = useRef(false)

  useEffect(() => {
    const { origin } = window.location
    // One at a time, and then the newest: what was typed meanwhile is skipped.
    const make = async () => {
      if (isMaking.current) return
      isMaking.current = true
      while (waiting.current) {
        const unsaved = waiting.current
        waiting.current = undefined
        const page = await render(unsaved).catch(() => null)
        if (page) startTransition(() => setTyped(page))
      }
      isMaking.current = false
    }
    const hear = (event: MessageEvent) => {
      if (isLivePreviewEvent(event, origin) && event.data.data) {
        waiting.current = event.data.data
        hasTyped.current = true
        void make()
      } else if (isDocumentEvent(event, origin) && !hasTyped.current) {
        // The page as it is saved now. What is typed is newer than that.
        waiting.current = {}
        void make()
      }
    }
    window.addEventListener('message', hear)
    ready({ serverURL: origin })
    return () => window.removeEventListener('message', hear)
  }, [render])

  return typed ?? children
}
