import type { FeaturesBlock as FeaturesFields } from '@/payload-types'
import { populated } from '../../populated'
import { MediaPicture } from '../MediaPicture'
import { safeHref } from '../richText/safeHref'
import { SectionHeading } from './SectionHeading'

export function FeaturesBlock({ block }: { block: FeaturesFields }) {
  const hasHeading = Boolean(block.heading)
  const Title = hasHeading ? 'h3' : 'h2'
  return (
    <section className="shell py-section">
      <SectionHeading heading={block.heading} text={block.text} />
      <ul className="grid gap-x-10 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
        {(block.items ?? []).map(({ id, title, text, image, linkLabel, linkUrl }) => {
          const picture = populated(image)
          const target = linkLabel ? safeHref(linkUrl) : null
          return (
            <li key={id} className="border-t-2 border-rule-strong pt-4">
              {picture && (
                <MediaPicture
                  media={picture}
                  sizes="(min-width: 64rem) 24rem, (min-width: 40rem) 50vw, 100vw"
                  className="mb-4 aspect-[16/10] w-full rounded-sm object-cover"
                />
              )}
              <Title className="headline text-xl">{title}</Title>
              {text && <p className="mt-2 text-sm whitespace-pre-line text-ink-soft">{text}</p>}
              {target && (
                <p className="mt-3 text-sm font-semibold">
                  <a href={target.href} className="text-link underline underline-offset-4">
                    {linkLabel}
                  </a>
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
