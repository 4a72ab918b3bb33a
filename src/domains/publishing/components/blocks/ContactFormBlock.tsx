import type { ContactFormBlock as ContactFormFields } from '@/payload-types'
import type { SendContact } from '../../contact/ContactState'
import { ContactForm } from './ContactForm'
import { SectionHeading } from './SectionHeading'

interface ContactFormBlockProps {
  block: ContactFormFields
  /** The page that it stands on. */
  page: string
  send: SendContact
}

export function ContactFormBlock({ block, page, send }: ContactFormBlockProps) {
  return (
    <section className="shell py-section">
      <SectionHeading heading={block.heading} text={block.text} />
      <ContactForm page={page} block={block.id ?? ''} send={send} />
      {block.email && (
        <p className="mt-8 text-center text-sm text-ink-soft">
          Or write to{' '}
          <a href={`mailto:${block.email}`} className="text-link underline underline-offset-4">
            {block.email}
          </a>
        </p>
      )}
    </section>
  )
}
