import type { ReactNode } from 'react'
import { cn } from './cn'

interface ScrollRegionProps {
  label: string
  className?: string
  children: ReactNode
}

/** Scrolls sideways where it is too wide, also by keyboard. What is positioned inside of it scrolls with it. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div role="group" aria-label={label} tabIndex={0} className={cn('relative', className)}>
      {children}
    </div>
  )
}
