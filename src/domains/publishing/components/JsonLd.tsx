/** Data for search engines. It is never run, and nothing in it can end its element. */
export function JsonLd({ data }: { data: object }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data })
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of ours in which nothing can open or close an element
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
