'use client'

import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { buttonStyles } from './buttonStyles'

const confirmationMs = 2000

interface CopyButtonProps {
  label?: string
  /** Without one, what is copied is the text of the `<pre>` that it stands beside. */
  text?: string
}

export function CopyButton({ label = 'Copy code', text: given }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false)
  const button = useRef<HTMLButtonElement>(null)

  async function copy() {
    const text = given ?? button.current?.closest('figure')?.querySelector('pre')?.textContent ?? ''
    await navigator.clipboard.writeText(text)
    setIsCopied(true)
    setTimeout(() => setIsCopied(false), confirmationMs)
  }

  const Icon = isCopied ? Check : Copy
  return (
    <button
      ref={button}
      type="button"
      className={buttonStyles({ variant: 'quiet', size: 'sm', className: 'script-only' })}
      onClick={() => void copy()}
    >
      <Icon size={14} aria-hidden="true" />
      <span aria-live="polite">{isCopied ? 'Copied' : label}</span>
    </button>
  )
}
