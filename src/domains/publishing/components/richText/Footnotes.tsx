import { Fragment } from 'react'
import { type RichText, type RichTextNode, rootNodes } from '../../editor/richText'
import type { RichTextContext } from './context'
import { renderNodes } from './renderNodes'

/** The number in the text that leads to a note. */
export function FootnoteMark({ node, context }: { node: RichTextNode; context: RichTextContext }) {
  const number = context.plan.footnotes.get(node)
  if (number === undefined) return null
  return (
    <sup className="footnote-mark">
      <a id={`note-mark-${number}`} href={`#note-${number}`} aria-label={`Note ${number}`}>
        {number}
      </a>
    </sup>
  )
}

/** The notes at the end, each with the way back to its place in the text. */
export function Footnotes({ context }: { context: RichTextContext }) {
  const { footnotes } = context.plan
  if (footnotes.size === 0) return null
  return (
    <section className="footnotes" aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      <ol>
        {[...footnotes].map(([node, number]) => (
          <li key={number} id={`note-${number}`}>
            <Note node={node} number={number} context={context} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Note({ node, number, context }: { node: RichTextNode; number: number; context: RichTextContext }) {
  const nodes = rootNodes(node.fields?.note as RichText | undefined)
  return nodes.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a note have no identity and keep their order
    <Fragment key={index}>
      {part.type === 'paragraph' ? (
        <p>
          {renderNodes(part.children, context)}
          {index === nodes.length - 1 && <BackLink number={number} />}
        </p>
      ) : (
        <>
          {renderNodes([part], context)}
          {index === nodes.length - 1 && <BackLink number={number} />}
        </>
      )}
    </Fragment>
  ))
}

function BackLink({ number }: { number: number }) {
  return (
    <>
      {' '}
      <a
        href={`#note-mark-${number}`}
        className="footnote-back"
        aria-label={`Back to note ${number} in the text`}
      >
        ↩
      </a>
    </>
  )
}
