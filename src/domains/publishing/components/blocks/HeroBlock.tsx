import type { HeroBlock as HeroFields } from '@/payload-types'
import { buttonStyles } from '@/src/components/buttonStyles'
import { cn } from '@/src/components/cn'
import { populated } from '../../populated'
import { MediaPicture } from '../MediaPicture'
import { safeHref } from '../richText/safeHref'

/** Opens a page. `level` is 1 where no other title stands above it. */
export function HeroBlock({ block, level }: { block: HeroFields; level: 1 | 2 }) {
  const image = populated(block.image)
  const Heading = `h${level}` as const
  return (
    <section className="shell">
      <div
        className={cn(
          'grid items-center gap-8 py-10 md:py-16',
          image && 'lg:grid-cols-[1.1fr_1fr] lg:gap-14',
        )}
      >
        <div className={cn(!image && 'mx-auto max-w-measure-wide text-center')}>
          {block.eyebrow && <p className="label text-accent">{block.eyebrow}</p>}
          <Heading className="display mt-3 text-4xl">{block.heading}</Heading>
          {block.text && (
            <p className="mt-5 font-serif text-lg leading-relaxed whitespace-pre-line text-ink-soft">
              {block.text}
            </p>
          )}
          <p className={cn('mt-7 flex flex-wrap gap-3 empty:hidden', !image && 'justify-center')}>
            {(block.links ?? []).map(({ id, label, url, style }) => {
              const target = safeHref(url)
              if (!target || !label) return null
              const variant = style === 'secondary' ? 'outline' : 'primary'
              return (
                <a key={id} href={target.href} className={buttonStyles({ variant })}>
                  {label}
                </a>
              )
            })}
          </p>
        </div>
        {image && (
          <div>
            <MediaPicture
              media={image}
              sizes="(min-width: 64rem) 36rem, 100vw"
              isFirst={level === 1}
              className="w-full rounded-sm"
            />
          </div>
        )}
      </div>
    </section>
  )
}
