/** Path, query and fragment of an address on the source site; `undefined` for every other site. */
export function localPart(address: string, origin: string | undefined): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(address) && !address.startsWith('//')) return address
  if (!origin) return undefined
  const host = new URL(origin).host.replace(/^www\./, '')
  const found = /^(?:https?:)?\/\/(?:www\.)?([^/?#]+)(.*)$/i.exec(address)
  return found?.[1]?.toLowerCase() === host ? found[2]?.replace(/^(?=[?#]|$)/, '/') : undefined
}

export function withoutBase(path: string, basePath: string): string {
  return basePath && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path
}
