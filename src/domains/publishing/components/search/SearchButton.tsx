'use client'

import { Search } from 'lucide-react'
import { type ComponentType, type MouseEvent, useCallback, useEffect, useState } from 'react'
import { buttonStyles } from '@/src/components/buttonStyles'
import type { SearchPaletteProps } from './SearchPalette'

const searchPage = '/search'

/**
 * The way to the search: a link to its page, and with a script the palette, which is loaded when it is first wanted.
 * `/` opens it where nobody is typing, Ctrl-K or ⌘K everywhere.
 */
export function SearchButton() {
  const [Palette, setPalette] = useState<ComponentType<SearchPaletteProps>>()
  const [isOpen, setIsOpen] = useState(false)

  const open = useCallback(async () => {
    try {
      const { SearchPalette } = await loadPalette()
      setPalette(() => SearchPalette)
      setIsOpen(true)
    } catch {
      // What the palette does, the page does too.
      location.assign(searchPage)
    }
  }, [])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isCall(event)) return
      event.preventDefault()
      const own = document.querySelector<HTMLInputElement>('main input[type="search"]')
      if (event.key === '/' && own) own.focus()
      else void open()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [open])

  return (
    <>
      <a
        href={searchPage}
        aria-label="Search"
        aria-keyshortcuts="/ Control+K Meta+K"
        title="Search"
        className={buttonStyles({ variant: 'quiet', size: 'icon', className: 'lg:w-auto lg:gap-2 lg:px-3' })}
        onPointerEnter={() => void loadPalette().catch(() => undefined)}
        onClick={(event) => {
          if (isForAnotherTab(event)) return
          event.preventDefault()
          void open()
        }}
      >
        <Search size={18} aria-hidden="true" />
        <span
          aria-hidden="true"
          className="script-only rounded-sm border border-rule px-1.5 font-sans text-2xs font-normal max-lg:hidden"
        >
          /
        </span>
      </a>
      {Palette && <Palette isOpen={isOpen} onOpenChange={setIsOpen} />}
    </>
  )
}

function loadPalette() {
  return import('./SearchPalette')
}

function isCall(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event
  if (event.defaultPrevented || event.isComposing || event.repeat || altKey) return false
  if (key.toLowerCase() === 'k') return ctrlKey !== metaKey && !shiftKey
  return key === '/' && !ctrlKey && !metaKey && !isTyping(event.target)
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  )
}

function isForAnotherTab({ ctrlKey, metaKey, shiftKey, altKey, button }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey || button !== 0
}
