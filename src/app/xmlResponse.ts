/** An answer to machines; what is not there is said in plain words, not with a page. */
export function xmlResponse(xml: string | null): Response {
  if (xml !== null)
    return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
  return new Response('There is no such sitemap.\n', { status: 404, headers })
}
