/** A path of this site, and never the address of another that looks like one. */
export function safePath(path: string | null): string {
  const isOurs = path !== null && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path)
  return isOurs ? path : '/'
}
