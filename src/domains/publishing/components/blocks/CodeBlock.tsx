import { CopyButton } from '@/src/components/CopyButton'

interface CodeBlockProps {
  code: string
  language?: string | null
  title?: string | null
  /** Coloured lines, `null` to show the code plain. */
  html: string | null
}

export function CodeBlock({ code, language, title, html }: CodeBlockProps) {
  const shownLanguage = language && language !== 'text' ? language : 'Text'
  return (
    <figure className="code">
      <figcaption>
        <span className="code-title">{title || shownLanguage}</span>
        <CopyButton />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and the keyboard must be able to */}
      <pre tabIndex={0}>
        {html === null ? (
          <code>{code}</code>
        ) : (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the highlighter escapes the code it colours
          <code dangerouslySetInnerHTML={{ __html: html }} />
        )}
      </pre>
    </figure>
  )
}
