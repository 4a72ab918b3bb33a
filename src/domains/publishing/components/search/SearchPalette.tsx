'use client'

import { CornerDownLeft, Search, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { cn } from '@/src/components/cn'
import { searchPath } from '../../paths'
import { PaletteOption } from './PaletteOption'
import { paletteEntries, sentenceOf } from './paletteEntries'
import { useFoundAsTyped } from './useFoundAsTyped'

export interface SearchPaletteProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Search from anywhere by keyboard: a field with a list below it, as WAI-ARIA describes a combobox. */
export function SearchPalette({ isOpen, onOpenChange }: SearchPaletteProps) {
  const returnTo = useRef<Element | null>(null)
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[rgb(20_18_22/0.5)]" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            returnTo.current = document.activeElement
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (returnTo.current instanceof HTMLElement) returnTo.current.focus()
          }}
          className="fixed inset-x-3 top-3 z-50 mx-auto flex max-h-[min(40rem,calc(100dvh-1.5rem))] max-w-[42rem] flex-col overflow-hidden rounded-lg border border-rule-strong bg-paper-raised text-ink shadow-lg outline-none sm:top-[12vh] sm:max-h-[min(40rem,76vh)]"
        >
          <Dialog.Title className="sr-only">Search</Dialog.Title>
          <Field />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Field() {
  const id = useId()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const found = useFoundAsTyped(words)
  const entries = paletteEntries(words.trim(), found)
  const at = Math.min(chosen, entries.length - 1)
  const everything = searchPath({ q: words.trim() })
  // What stands there is for fewer words than were typed, and nobody has chosen of it.
  const isBehind = found.state !== 'done' && chosen === 0
  const isTold = 'result' in found && Boolean(found.result?.correctedQuery) && entries.length > 0
  const isSilent = entries.length > 0 && !isTold
  const optionId = (index: number) => `${id}-option-${index}`

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list begins at its top
  useEffect(() => setChosen(0), [words])
  useEffect(() => {
    list.current?.querySelector(`[id="${id}-option-${at}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [at, id])

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const { length } = entries
    if (event.key === 'ArrowDown' && length > 0) setChosen((at + 1) % length)
    else if (event.key === 'ArrowUp' && length > 0) setChosen((at - 1 + length) % length)
    else if (event.key === 'Enter' && words.trim() !== '')
      go(isBehind ? everything : entries[at]?.href, event)
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className="flex items-center gap-3 border-b border-rule pl-4 pr-2">
        <Search size={20} aria-hidden="true" className="shrink-0 text-ink-soft" />
        <input
          type="text"
          role="combobox"
          aria-label="Search articles"
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 ? optionId(at) : undefined}
          value={words}
          onChange={({ target }) => setWords(target.value)}
          onKeyDown={onKeyDown}
          placeholder="Search articles, sections, people"
          maxLength={200}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          className="h-16 min-w-0 grow bg-transparent text-md outline-none placeholder:text-ink-soft"
        />
        <Dialog.Close
          aria-label="Close the search"
          className="flex size-11 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-paper-sunk hover:text-ink"
        >
          <X size={18} aria-hidden="true" />
        </Dialog.Close>
      </div>
      <p
        role="status"
        className={cn('px-5 text-sm text-ink-soft', isTold ? 'pt-4' : 'py-6', isSilent && 'sr-only')}
      >
        {sentenceOf(words.trim(), found)}
      </p>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label="Results"
        className={entries.length > 0 ? 'overflow-y-auto overscroll-contain py-2' : 'hidden'}
      >
        {entries.map((entry, index) => (
          <PaletteOption
            key={entry.href}
            id={optionId(index)}
            entry={entry}
            isChosen={index === at}
            onChoose={() => setChosen(index)}
          />
        ))}
      </div>
      <Keys />
    </>
  )
}

/** As a link would be followed: with Ctrl or ⌘ in another tab. */
function go(href: string | undefined, { ctrlKey, metaKey }: KeyboardEvent): void {
  if (href === undefined) return
  if (ctrlKey || metaKey) window.open(href, '_blank', 'noopener')
  else location.assign(href)
}

function Keys() {
  const key = 'rounded-sm border border-rule bg-paper px-1.5 py-px font-sans'
  return (
    <p
      aria-hidden="true"
      className="flex gap-5 border-t border-rule bg-paper-sunk px-5 py-2.5 text-2xs text-ink-soft max-sm:hidden"
    >
      <span className="inline-flex items-center gap-1">
        <kbd className={key}>↑</kbd> <kbd className={key}>↓</kbd> to choose
      </span>
      <span className="inline-flex items-center gap-1">
        <kbd className={key}>
          <CornerDownLeft size={11} className="my-[3px]" />
        </kbd>
        to open
      </span>
      <span className="inline-flex items-center gap-1">
        <kbd className={key}>Esc</kbd> to close
      </span>
    </p>
  )
}
