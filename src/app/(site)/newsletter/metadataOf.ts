import { pageMetadata } from '../pageMetadata'
import { siteMetadata } from '../siteMetadata'

/** Nothing here is for search engines. */
export function metadataOf(title: string, path: string) {
  return siteMetadata(async () => pageMetadata({ title, path, noindex: true }))
}
