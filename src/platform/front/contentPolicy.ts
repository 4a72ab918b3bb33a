/** What a browser may load and run on our pages: nothing of a stranger's, and no script that we did not write. */
import { createHash, randomBytes } from 'node:crypto'
import { env } from '../env'

export interface PolicyRules {
  /** Origins whose frames a page may show once its reader asks. */
  frames: string[]
  /** Inline scripts that are the same in every page. */
  scripts: string[]
  /** Hot reload evaluates code and keeps a socket open. */
  isDev: boolean
}

/** Policies of one site: of a page that is made for one visitor, and of one that is kept for all. */
export function contentPolicy({ frames, scripts, isDev }: PolicyRules) {
  const constant = scripts.map(hashSource)
  const media = originOf(env.MEDIA_BASE_URL)
  const rules: Record<string, string[]> = {
    'default-src': ["'self'"],
    'base-uri': ["'self'"],
    'object-src': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'self'"],
    'frame-src': ["'self'", ...frames],
    'img-src': ["'self'", 'data:', 'blob:', ...media],
    'media-src': ["'self'", 'blob:', ...media],
    'font-src': ["'self'", 'data:'],
    'style-src': ["'self'", "'unsafe-inline'"],
    'connect-src': ["'self'", ...(isDev ? ['ws:'] : [])],
    'worker-src': ["'self'", 'blob:'],
  }
  const fixed = Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
  const secure = env.SITE_URL.startsWith('https:') ? '; upgrade-insecure-requests' : ''
  // Built once: a nonce is put into it for every request.
  const head = `${fixed}; script-src ${["'self'", ...constant].join(' ')}`
  const tail = `${isDev ? " 'unsafe-eval'" : ''}${secure}`
  const withScripts = (sources: string[]) => `${[head, ...sources].join(' ')}${tail}`
  return {
    /** For a page made now. Next reads the nonce from the request's header of the same name. */
    once: () => withScripts([`'nonce-${randomBytes(16).toString('base64')}'`]),
    /** For a page that is kept: its inline scripts by their hashes. */
    keeping: (html: string) =>
      withScripts(
        inlineScripts(html)
          .map(hashSource)
          .filter((source) => !constant.includes(source)),
      ),
  }
}

export type ContentPolicy = ReturnType<typeof contentPolicy>

/** An answer of the API is data: whoever opens it as a page gets nothing that runs. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'"

/** Texts between `<script>` and `</script>` that a browser would run: not files, not data such as JSON-LD. */
export function inlineScripts(html: string): string[] {
  const found: string[] = []
  for (const [, attributes = '', text = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)) {
    const isData = /\btype\s*=\s*["']?(?!module|text\/javascript)[\w-]+\/[\w+-]+/i.test(attributes)
    if (!/\bsrc\s*=/i.test(attributes) && !isData && text) found.push(text)
  }
  return [...new Set(found)]
}

function hashSource(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`
}

function originOf(address: string | undefined): string[] {
  return address ? [new URL(address).origin] : []
}
