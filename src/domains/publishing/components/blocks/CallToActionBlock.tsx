import type { CallToActionBlock as CallToActionFields } from '@/payload-types'
import { buttonStyles } from '@/src/components/buttonStyles'
import { cn } from '@/src/components/cn'
import { safeHref } from '../richText/safeHref'

export function CallToActionBlock({ block }: { block: CallToActionFields }) {
  const target = block.linkLabel ? safeHref(block.linkUrl) : null
  return (
    <section className="shell py-section">
      <div className="bg-ink px-6 py-12 text-center text-paper sm:px-12 sm:py-16">
        <h2 className="display mx-auto max-w-measure text-3xl">{block.heading}</h2>
        {block.text && (
          <p className="mx-auto mt-4 max-w-measure font-serif text-lg whitespace-pre-line">{block.text}</p>
        )}
        {target && (
          <p className="mt-8">
            <a
              href={target.href}
              className={cn(buttonStyles(), 'bg-paper text-ink hover:bg-accent-ground hover:text-accent-ink')}
            >
              {block.linkLabel}
            </a>
          </p>
        )}
      </div>
    </section>
  )
}
