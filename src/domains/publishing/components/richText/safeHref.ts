import { env } from '@/src/platform/env'

export interface SafeHref {
  href: string
  isExternal: boolean
}

const allowedSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** An address that may stand in a page, `null` for schemes that could run something. */
export function safeHref(url: unknown): SafeHref | null {
  if (typeof url !== 'string') return null
  // Browsers ignore these inside a scheme, so they must not hide one.
  const cleaned = [...url]
    .filter((letter) => letter > '\u001f')
    .join('')
    .trim()
  if (cleaned === '') return null
  if (/^(#|\?|\.{0,2}\/(?!\/))/.test(cleaned)) return { href: cleaned, isExternal: false }
  if (!URL.canParse(cleaned, env.SITE_URL)) return null
  const parsed = new URL(cleaned, env.SITE_URL)
  if (!allowedSchemes.has(parsed.protocol)) return null
  if (!parsed.protocol.startsWith('http')) return { href: cleaned, isExternal: false }
  if (parsed.origin !== new URL(env.SITE_URL).origin) return { href: parsed.href, isExternal: true }
  return { href: `${parsed.pathname}${parsed.search}${parsed.hash}`, isExternal: false }
}
