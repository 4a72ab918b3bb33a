import { cn } from '@/src/components/cn'
import type { RichTextPlan } from './richText/planRichText'

interface TableOfContentsProps {
  headings: { id: string; level: number; text: string }[]
}

/** Sections from which a table of contents helps more than it disturbs. */
const leastHeadings = 3

/** The sections of a long article, two levels of them; empty for a short one. */
export function contentsOf(plan: RichTextPlan): TableOfContentsProps['headings'] {
  const shown = [...plan.headings.values()].filter(({ level, text }) => level <= 3 && text.trim())
  const top = shown.filter(({ level }) => level === 2)
  const headings = shown.length > 24 ? top : shown
  return headings.length >= leastHeadings ? headings : []
}

/** Folded above the text on a narrow window, beside it on a wide one. */
export function TableOfContents({ headings }: TableOfContentsProps) {
  if (headings.length === 0) return null
  return (
    <>
      <details className="mx-auto mb-8 w-full max-w-measure border-y border-rule py-1 xl:hidden">
        <summary className="flex items-center justify-between py-2.5 text-sm font-semibold">
          In this article <span aria-hidden="true">+</span>
        </summary>
        <nav aria-label="In this article" className="pb-4">
          <Sections headings={headings} />
        </nav>
      </details>
      <div className="absolute inset-y-0 left-gutter hidden w-[13.5rem] xl:block">
        <nav
          aria-label="In this article"
          className="sticky top-8 max-h-[calc(100dvh-4rem)] overflow-y-auto pb-4"
        >
          <p className="label mb-3 text-ink-soft">In this article</p>
          <Sections headings={headings} />
        </nav>
      </div>
    </>
  )
}

function Sections({ headings }: TableOfContentsProps) {
  return (
    <ol className="space-y-0.5 text-sm leading-snug">
      {headings.map(({ id, level, text }) => (
        <li key={id} className={cn(level > 2 && 'pl-4')}>
          <a
            href={`#${encodeURIComponent(id)}`}
            className="quiet-link block py-1 text-ink-soft hover:text-ink"
          >
            {text}
          </a>
        </li>
      ))}
    </ol>
  )
}
