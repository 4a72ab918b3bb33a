/** Makes of the sizes, proxies and file pages that WordPress writes into a text the one file that each is of. */
import type { Element, Root } from 'hast'
import { elementsOf, filledChildren, mapElements } from '../../html/walk'
import { attribute, classNames, isElement } from '../../lexical/context'
import type { Attachment } from '../export/attachmentOf'

export type Library = {
  byId: ReadonlyMap<string, Attachment>
  byUrl: ReadonlyMap<string, Attachment>
  /** Files by the path of their page. */
  byPage: ReadonlyMap<string, Attachment>
}

export function settlePictures(tree: Root, library: Library): void {
  for (const { node } of elementsOf(tree)) if (node.tagName === 'img') settlePicture(node, library)
  mapElements(tree, (node) => {
    const picture = node.tagName === 'a' ? onlyPicture(node) : undefined
    return picture && isOwnPage(node, library) ? [picture] : [node]
  })
}

function settlePicture(node: Element, { byId, byUrl }: Library): void {
  const id = idOf(node)
  const src = directAddress(
    attribute(node, 'dataOrigFile') ?? lazyAddress(node) ?? attribute(node, 'src') ?? '',
  )
  const full = src.replace(/-\d+x\d+(?=\.\w+(?:[?#]|$))/, '')
  const attachment =
    (id ? byId.get(id) : undefined) ?? byUrl.get(addressKey(src)) ?? byUrl.get(addressKey(full))
  const alt = attribute(node, 'alt')?.trim() || attachment?.alt || ''
  // A title is what WordPress made of the file's name.
  const { srcSet: _sizes, title: _title, ...properties } = node.properties
  node.properties = { ...properties, src: attachment?.url ?? src, alt }
}

function idOf(node: Element): string | undefined {
  const ofClass = classNames(node)
    .map((name) => /^wp-image-(\d+)$/.exec(name)?.[1])
    .find((id) => id)
  return ofClass ?? attribute(node, 'dataAttachmentId') ?? attribute(node, 'dataId')
}

/** Themes that load pictures late keep their address elsewhere. */
function lazyAddress(node: Element): string | undefined {
  const late = ['dataLazySrc', 'dataSrc', 'dataOriginal'].map((name) => attribute(node, name))
  return late.find((address) => address && !address.startsWith('data:'))
}

/** Jetpack serves pictures through its own hosts: `i0.wp.com/example.com/…?resize=…`. */
function directAddress(src: string): string {
  const proxied = /^(?:https?:)?\/\/i\d\.wp\.com\/([^?#]+)/i.exec(src)?.[1]
  return proxied ? `https://${proxied}` : src
}

/** Pictures are the same over http and https, with and without a query. */
export function addressKey(url: string): string {
  return url
    .replace(/^(?:https?:)?\/\/(?:www\.)?/i, '')
    .replace(/[?#].*$/, '')
    .toLowerCase()
}

function onlyPicture(node: Element): Element | undefined {
  const [only, ...others] = filledChildren(node)
  return only && others.length === 0 && isElement(only) && only.tagName === 'img' ? only : undefined
}

/** A link to the page of a file shows that file, larger. */
function isOwnPage(link: Element, { byPage }: Library): boolean {
  const href = attribute(link, 'href') ?? ''
  if (/[?&]attachment_id=\d+/.test(href)) return true
  if ((attribute(link, 'rel') ?? '').includes('attachment')) return true
  return URL.canParse(href) && byPage.has(new URL(href).pathname)
}
