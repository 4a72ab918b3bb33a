/** Cards that show files. */
import type { ElementContent } from 'hast'
import { type Data, listOf, textOf } from './payload'
import { fragment, h, plain, words } from './tree'

export function imageCard(payload: Data): ElementContent[] {
  return pictureOf(payload, textOf(payload.caption), textOf(payload.cardWidth))
}

function pictureOf(payload: Data, caption: string, width = ''): ElementContent[] {
  const src = textOf(payload.src)
  if (src === '') return []
  const alt = textOf(payload.alt)
  const title = textOf(payload.title)
  const href = textOf(payload.href)
  if ((width === 'wide' || width === 'full') && !href) return widePicture({ src, alt, size: width }, caption)
  const image = h('img', { src, alt, ...(title && !caption ? { title } : {}) })
  const framed = href ? h('a', { href }, image) : image
  return [h('figure', {}, framed, ...(caption ? [h('figcaption', {}, ...fragment(caption))] : []))]
}

/** A caption with a link in it stands under the picture, for the picture's own is plain text. */
function widePicture(properties: Record<string, string>, caption: string): ElementContent[] {
  const hasLink = /<a\s/i.test(caption)
  const own = caption && !hasLink ? { caption: plain(caption) } : {}
  return [h('x-picture', { ...properties, ...own }), ...(hasLink ? [h('p', {}, ...fragment(caption))] : [])]
}

export function galleryCard(payload: Data): ElementContent[] {
  const caption = textOf(payload.caption)
  const pictures = listOf(payload.images).flatMap((image) =>
    pictureOf({ ...image, href: '' }, textOf(image.caption)),
  )
  return [
    ...(pictures.length > 0 ? [h('x-gallery', {}, ...pictures)] : []),
    ...(caption ? [h('p', {}, h('em', {}, ...fragment(caption)))] : []),
  ]
}

export function beforeAfterCard(payload: Data): ElementContent[] {
  const { beforeImage, afterImage, caption } = payload
  return galleryCard({ images: [beforeImage, afterImage], caption })
}

/** The library holds no sound: readers follow a link to it. */
export function audioCard(payload: Data): ElementContent[] {
  return linkTo(textOf(payload.src), textOf(payload.title) || 'Audio', '')
}

export function fileCard(payload: Data): ElementContent[] {
  const title = textOf(payload.fileTitle) || textOf(payload.fileName)
  return linkTo(textOf(payload.src), title, plain(textOf(payload.fileCaption)))
}

export function linkTo(href: string, title: string, caption: string): ElementContent[] {
  if (href === '') return []
  return [h('p', {}, h('a', { href }, words(title || href)), ...(caption ? [words(` ${caption}`)] : []))]
}

export function videoCard(payload: Data): ElementContent[] {
  const src = textOf(payload.src)
  const caption = textOf(payload.caption)
  if (src === '') return []
  const video = h('video', { src, title: textOf(payload.fileName) })
  return [h('figure', {}, video, ...(caption ? [h('figcaption', {}, ...fragment(caption))] : []))]
}
