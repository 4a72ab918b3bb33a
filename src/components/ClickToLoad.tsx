'use client'

import { Play } from 'lucide-react'
import { useState } from 'react'

interface ClickToLoadProps {
  /** What the frame loads. */
  src: string
  title: string
  provider: string
  /** Where a reader without JavaScript goes. */
  href: string
  shape: { ratio: string } | { height: number }
}

/** Keeps the room of a frame and loads it when asked: until then the other site hears nothing of the reader. */
export function ClickToLoad({ src, title, provider, href, shape }: ClickToLoadProps) {
  const [isLoaded, setIsLoaded] = useState(false)
  const style = 'ratio' in shape ? { aspectRatio: shape.ratio } : { height: shape.height }
  if (isLoaded) {
    return (
      <iframe
        src={src}
        title={title}
        style={style}
        className="block w-full border-0 bg-paper-sunk"
        allow="autoplay; encrypted-media; fullscreen; picture-in-picture"
        referrerPolicy="strict-origin-when-cross-origin"
        sandbox="allow-scripts allow-same-origin allow-popups allow-presentation allow-forms"
      />
    )
  }
  return (
    <div
      style={style}
      className="flex w-full flex-col items-center justify-center gap-3 border border-rule bg-paper-sunk p-4 text-center font-sans"
    >
      <p className="headline max-w-prose text-lg">{title}</p>
      <button
        type="button"
        onClick={() => setIsLoaded(true)}
        className="script-only inline-flex min-h-11 items-center gap-2 rounded-md bg-ink px-5 text-sm font-semibold text-paper hover:bg-accent-ground hover:text-accent-ink"
      >
        <Play size={16} aria-hidden="true" fill="currentColor" /> Load from {provider}
      </button>
      <p className="text-xs text-ink-soft">
        {provider} will learn that you are here. Or{' '}
        <a href={href} rel="noopener noreferrer" className="text-link underline">
          open it there
        </a>
        .
      </p>
    </div>
  )
}
