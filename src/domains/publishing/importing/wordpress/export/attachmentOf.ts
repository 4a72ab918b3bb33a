import { plainText } from './plainText'
import type { WxrItem } from './readItem'

/** A file of the media library. */
export type Attachment = {
  id: string
  url: string
  alt: string
  caption: string
  /** Id of the post it was uploaded to, `0` for none. */
  parent: string
  /** Path of the page that WordPress gives to each file. */
  page: string
}

export function attachmentOf(item: WxrItem): Attachment | undefined {
  const url = item.attachmentUrl || item.link
  if (!/^https?:\/\//i.test(url)) return undefined
  return {
    id: item.id,
    url,
    alt: plainText(item.meta.get('_wp_attachment_image_alt')?.[0] ?? ''),
    caption: plainText(item.excerpt),
    parent: item.parent,
    page: URL.canParse(item.link) ? new URL(item.link).pathname : '',
  }
}
