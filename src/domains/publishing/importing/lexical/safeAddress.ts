const allowedSchemes = new Set([
  'http',
  'https',
  'mailto',
  'tel',
  'sms',
  'ftp',
  'ftps',
  'irc',
  'ircs',
  'xmpp',
  'magnet',
  'bitcoin',
  'geo',
  'nostr',
  'matrix',
  'masthead-ref',
  'wiki',
])

/** The address when a reader may follow it; `undefined` for `javascript:`, `data:` and the like. */
export function safeAddress(href: string): string | undefined {
  // Browsers ignore white space and control characters inside of a scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  const address = href.replace(/[\u0000-\u001f\u007f]/g, '').trim()
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/\s/g, ''))?.[1]?.toLowerCase()
  if (scheme && !allowedSchemes.has(scheme)) return undefined
  return address === '' ? undefined : address
}
