/**
 * What busboy and Payload say of a form that they cannot read: as plain errors, or as ones of status 500.
 * Source: busboy 1.6 lib/index.js and types/multipart.js, payload utilities/addDataAndFileToRequest.
 */
const formFailures =
  /^(Unexpected end of form|Malformed part header|Malformed content type|Missing Content-Type|Unsupported content type|Multipart: Boundary not found|Request is not eligible for file upload)/

/** How a body that its reader threw at is refused; undefined for other errors. */
export function unreadableBody(error: unknown): { code: string; message: string } | undefined {
  if (!(error instanceof Error)) return undefined
  if (error instanceof SyntaxError || error.message === 'Invalid JSON')
    return { code: 'INVALID_JSON', message: 'The body is not valid JSON.' }
  if (formFailures.test(error.message)) return { code: 'INVALID_FORM', message: 'The form cannot be read.' }
  return undefined
}
