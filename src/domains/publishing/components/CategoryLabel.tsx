import type { Category } from '@/payload-types'
import { cn } from '@/src/components/cn'
import { categoryPath } from '../paths'

type LabelledCategory = Pick<Category, 'name' | 'slug' | 'colour'>

/** The section's name beside its colour: the words stay in ink, for any colour must remain readable. */
export function CategoryLabel({ category, className }: { category: LabelledCategory; className?: string }) {
  return (
    <a
      href={categoryPath(category)}
      className={cn('label quiet-link relative z-10 inline-flex items-center gap-2 py-1', className)}
    >
      <CategorySwatch colour={category.colour} />
      {category.name}
    </a>
  )
}

export function CategorySwatch({ colour }: { colour?: string | null }) {
  return (
    <span
      aria-hidden="true"
      className="inline-block h-[0.8em] w-[0.32em] shrink-0 -skew-x-12 bg-accent"
      style={colour ? { background: colour } : undefined}
    />
  )
}
