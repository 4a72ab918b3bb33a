/** Files whose names change with their content, sent from the disk in the smallest form that the asker reads. */
import sirv from 'sirv'
import type { Handler } from './createFront'

/** Seconds: a year, the longest that browsers keep. */
const keptSeconds = 31_536_000

/** @param folders by the path that their files stand under, such as `/_next/static/`. What they lack is `next`'s to answer. */
export function serveFiles(folders: Record<string, string>, next: Handler): Handler {
  const served = Object.entries(folders).map(([prefix, folder]) => ({
    prefix,
    send: sirv(folder, {
      brotli: true,
      gzip: true,
      etag: true,
      immutable: true,
      maxAge: keptSeconds,
      dotfiles: false,
    }),
  }))
  return (request, response) => {
    const { url = '/', method } = request
    const found = served.find(({ prefix }) => url.startsWith(prefix))
    if (!found || (method !== 'GET' && method !== 'HEAD')) return next(request, response)
    request.url = url.slice(found.prefix.length - 1)
    response.setHeader('vary', 'Accept-Encoding')
    found.send(request, response, () => {
      request.url = url
      response.removeHeader('vary')
      return next(request, response)
    })
  }
}
