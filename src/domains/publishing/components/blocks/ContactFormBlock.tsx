import { Mail } from 'lucide-react'
import type { ContactFormBlock as ContactFormFields } from '@/payload-types'
import { buttonStyles } from '@/src/components/buttonStyles'
import { SectionHeading } from './SectionHeading'

/** The address to write to. A form takes its place once something receives it. */
export function ContactFormBlock({ block }: { block: ContactFormFields }) {
  return (
    <section className="shell py-section">
      <SectionHeading heading={block.heading} text={block.text} />
      {block.email && (
        <p className="text-center">
          <a href={`mailto:${block.email}`} className={buttonStyles({ variant: 'accent' })}>
            <Mail size={17} aria-hidden="true" /> {block.email}
          </a>
        </p>
      )}
    </section>
  )
}
