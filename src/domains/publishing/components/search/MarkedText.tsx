import type { TextPart } from '../../search/markWords'

/** Text with the words that were searched for marked in it. */
export function MarkedText({ parts }: { parts: TextPart[] }) {
  return parts.map(({ text, isMatch }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which never change places
    isMatch ? <Mark key={index} text={text} /> : <span key={index}>{text}</span>,
  )
}

function Mark({ text }: { text: string }) {
  return <mark className="rounded-sm bg-mark px-[0.1em] text-ink">{text}</mark>
}
