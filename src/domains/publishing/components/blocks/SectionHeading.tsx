/** The heading and opening words that several blocks of a page share. */
export function SectionHeading({ heading, text }: { heading?: string | null; text?: string | null }) {
  if (!heading && !text) return null
  return (
    <div className="mx-auto mb-10 max-w-measure text-center">
      {heading && <h2 className="headline text-3xl">{heading}</h2>}
      {text && <p className="mt-3 font-serif text-lg whitespace-pre-line text-ink-soft">{text}</p>}
    </div>
  )
}
