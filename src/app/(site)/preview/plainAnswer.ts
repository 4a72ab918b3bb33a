/** A sentence for the one who asked, kept by nobody. */
export function plainAnswer(sentence: string, status: number): Response {
  return new Response(sentence, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
