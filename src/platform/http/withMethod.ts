/** The same request by another method. Made of its parts: Next hands in a proxy, which Node 24 does not take for a request. */
export function withMethod({ url, headers, body, signal }: Request, method: string): Request {
  const hasBody = method !== 'GET' && body !== null
  return new Request(url, { method, headers, signal, ...(hasBody ? { body, duplex: 'half' } : {}) })
}
