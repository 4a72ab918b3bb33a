/** Ghost's cards, of both editors, as HTML that the one converter knows. */
import type { ElementContent } from 'hast'
import type { Report } from '../../html/collectIssues'
import { parseMarkdown } from '../../markdown/body/parseMarkdown'
import { toHast } from '../../markdown/body/toHast'
import { audioCard, beforeAfterCard, fileCard, galleryCard, imageCard, videoCard } from './mediaCards'
import { type Data, isSet, textOf } from './payload'
import { fragment, h, plain, words } from './tree'

export type Card = (payload: Data, report: Report) => ElementContent[]

/** By the name that either editor gives it. */
export const cards: Record<string, Card> = {
  image: imageCard,
  gallery: galleryCard,
  'before-after': beforeAfterCard,
  audio: audioCard,
  video: videoCard,
  file: fileCard,
  bookmark: bookmarkCard,
  embed: embedCard,
  callout: calloutCard,
  toggle: toggleCard,
  button: buttonCard,
  code: codeCard,
  codeblock: codeCard,
  html: (payload) => fragment(textOf(payload.html)),
  markdown: markdownCard,
  'card-markdown': markdownCard,
  product: productCard,
  header: headerCard,
  paywall: () => [h('x-paywall', {})],
  hr: () => [h('hr', {})],
  horizontalrule: () => [h('hr', {})],
  signup: signupCard,
  'call-to-action': callToActionCard,
  email: leftOut('EMAIL_CARD_DROPPED', 'A card that only mails showed was left out.'),
  'email-cta': leftOut('EMAIL_CARD_DROPPED', 'A card that only mails showed was left out.'),
  transistor: leftOut('CARD_DROPPED', 'A Transistor player was left out.'),
  collection: leftOut('CARD_DROPPED', 'A list of other posts was left out.'),
  nft: embedCard,
}

export function convertCard(name: string, payload: Data, report: Report): ElementContent[] {
  const card = Object.hasOwn(cards, name) ? cards[name] : undefined
  if (card) return card(payload, report)
  const html = textOf(payload.html)
  report(
    'CARD_NOT_KNOWN',
    `A card “${name.slice(0, 40)}” is not known${html ? ': its HTML was kept.' : ' and was left out.'}`,
  )
  return html ? fragment(html) : []
}

function leftOut(code: string, message: string): Card {
  return (_payload, report) => {
    report(code, message)
    return []
  }
}

function bookmarkCard(payload: Data): ElementContent[] {
  const metadata = (payload.metadata ?? {}) as Data
  const url = textOf(payload.url) || textOf(metadata.url)
  const title = textOf(payload.title) || textOf(metadata.title)
  const description = textOf(payload.description) || textOf(metadata.description)
  const caption = plain(textOf(payload.caption))
  return linkCard(url, title, [description, caption].filter((each) => each !== '').join(' · '))
}

/** The site shows an address that it cannot embed as a card with its title. */
export function linkCard(url: string, title: string, caption: string): ElementContent[] {
  if (url === '') return []
  if (/^https:\/\//i.test(url)) return [h('x-embed', filled({ url, title, caption }))]
  const link = h('a', { href: url }, words(title || url))
  return [h('p', {}, link, ...(caption ? [words(` ${caption}`)] : []))]
}

function embedCard(payload: Data, report: Report): ElementContent[] {
  const metadata = (payload.metadata ?? {}) as Data
  const html = textOf(payload.html)
  const url = textOf(payload.url) || (/<iframe[^>]+src=["']([^"']+)["']/i.exec(html)?.[1] ?? '')
  if (textOf(payload.type) === 'bookmark' || textOf(payload.embedType) === 'bookmark')
    return bookmarkCard(payload)
  if (url === '') {
    report('EMBED_DROPPED', 'An embed without an address was left out.')
    return fragment(html)
  }
  return linkCard(
    url.replace(/^(?:http:)?\/\//i, 'https://'),
    textOf(metadata.title),
    plain(textOf(payload.caption)),
  )
}

/** Ghost's colours have no names of meaning; these are what its editors pick them for. */
const toneOfColour: Record<string, string> = {
  green: 'tip',
  yellow: 'warning',
  red: 'danger',
  pink: 'danger',
}

function calloutCard(payload: Data): ElementContent[] {
  const emoji = textOf(payload.calloutEmoji)
  const text = fragment(textOf(payload.calloutText))
  return [calloutOf(textOf(payload.backgroundColor), emoji, text)]
}

export function calloutOf(colour: string, emoji: string, text: ElementContent[]): ElementContent {
  const lead = emoji ? [words(`${emoji} `)] : []
  const first = text[0]
  const isBlock = first?.type === 'element' && first.tagName === 'p'
  const content = isBlock
    ? [{ ...first, children: [...lead, ...first.children] }, ...text.slice(1)]
    : [h('p', {}, ...lead, ...text)]
  return h('x-callout', { dataTone: toneOfColour[colour] ?? 'info' }, ...content)
}

function toggleCard(payload: Data): ElementContent[] {
  return [toggleOf(plain(textOf(payload.heading)), fragment(textOf(payload.content)))]
}

export function toggleOf(heading: string, content: ElementContent[]): ElementContent {
  return h('details', {}, h('summary', {}, words(heading)), ...content)
}

function buttonCard(payload: Data): ElementContent[] {
  return buttonOf(textOf(payload.buttonUrl), plain(textOf(payload.buttonText)))
}

/** A button is a link in bold: what it looks like is the theme's. */
export function buttonOf(url: string, label: string): ElementContent[] {
  return url && label ? [h('p', {}, h('a', { href: url }, h('strong', {}, words(label))))] : []
}

function codeCard(payload: Data): ElementContent[] {
  const language = textOf(payload.language).toLowerCase()
  const properties = language ? { className: [`language-${language}`] } : {}
  const caption = textOf(payload.caption)
  return [
    h('pre', {}, h('code', properties, words(textOf(payload.code)))),
    ...(caption ? [h('p', {}, h('em', {}, ...fragment(caption)))] : []),
  ]
}

function markdownCard(payload: Data, report: Report): ElementContent[] {
  const tree = parseMarkdown(textOf(payload.markdown), { isMdx: false, report })
  const { tree: html, notes } = toHast(tree, report)
  // Notes of a card stay with it; the converter is given those of the whole text.
  const section = [...notes].map(([id, note]) => h('x-notes', { dataId: id }, ...(note as ElementContent[])))
  return [...(html.children as ElementContent[]), ...section]
}

function productCard(payload: Data): ElementContent[] {
  const title = textOf(payload.productTitle)
  const image = textOf(payload.productImageSrc)
  const stars = Math.min(5, Math.max(0, Math.round(Number(payload.productStarRating ?? 0))))
  return [
    ...(image ? [h('figure', {}, h('img', { src: image, alt: plain(title) }))] : []),
    ...(title ? [h('h3', {}, ...unwrapped(fragment(title)))] : []),
    ...(isSet(payload.productRatingEnabled)
      ? [h('p', {}, words('★'.repeat(stars) + '☆'.repeat(5 - stars)))]
      : []),
    ...fragment(textOf(payload.productDescription)),
    ...(isSet(payload.productButtonEnabled)
      ? buttonOf(textOf(payload.productUrl), plain(textOf(payload.productButton)))
      : []),
  ]
}

function headerCard(payload: Data): ElementContent[] {
  const image = textOf(payload.backgroundImageSrc)
  const header = textOf(payload.header)
  const subheader = textOf(payload.subheader)
  return [
    ...(image ? [h('figure', {}, h('img', { src: image, alt: plain(header) }))] : []),
    ...(header ? [h('h2', {}, ...unwrapped(fragment(header)))] : []),
    ...(subheader ? [h('p', {}, ...unwrapped(fragment(subheader)))] : []),
    ...(isSet(payload.buttonEnabled)
      ? buttonOf(textOf(payload.buttonUrl), plain(textOf(payload.buttonText)))
      : []),
  ]
}

function signupCard(payload: Data): ElementContent[] {
  const properties = filled({
    heading: plain(textOf(payload.header)),
    text: plain(textOf(payload.subheader)),
  })
  return [h('x-newsletter', properties)]
}

function callToActionCard(payload: Data): ElementContent[] {
  const image = textOf(payload.imageUrl)
  const label = isSet(payload.hasSponsorLabel) ? plain(textOf(payload.sponsorLabel)) : ''
  return [
    ...(image ? [h('figure', {}, h('img', { src: image, alt: '' }))] : []),
    ...(label ? [h('p', {}, h('em', {}, words(label)))] : []),
    ...fragment(textOf(payload.textValue)),
    ...(isSet(payload.showButton)
      ? buttonOf(textOf(payload.buttonUrl), plain(textOf(payload.buttonText)))
      : []),
  ]
}

/** A title is often one paragraph: its words belong into our heading. */
function unwrapped(nodes: ElementContent[]): ElementContent[] {
  const [only] = nodes
  return nodes.length === 1 && only?.type === 'element' && only.tagName === 'p' ? only.children : nodes
}

function filled(properties: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== ''))
}
