/** Draws the picture of a shared article: what cannot be written in any of our faces is left out, never a failure. */
import sharp from 'sharp'
import { type Card, type CardPictures, cardSize, coverFrame } from './Card'
import { CardLayout, paper } from './CardLayout'
import { cardFonts } from './cardFonts'

/** @returns a JPEG of `cardSize`. */
export async function drawCard(card: Card, { cover, logo }: CardPictures = {}): Promise<Buffer> {
  const layers = [
    ...(cover ? [{ input: cover, left: cardSize.width - coverFrame.width, top: 0 }] : []),
    { input: Buffer.from(await drawWords(card, { cover, logo })), left: 0, top: 0 },
  ]
  return sharp({ create: { ...cardSize, channels: 3, background: paper } })
    .composite(layers)
    .jpeg({ quality: 86, chromaSubsampling: '4:4:4', mozjpeg: true })
    .toBuffer()
}

/** @returns SVG in which letters are paths. */
async function drawWords(card: Card, pictures: CardPictures): Promise<string> {
  const plain = eachText(card, withoutEmoji)
  const missing = new Set<string>()
  const svg = await render(plain, pictures, missing)
  if (missing.size === 0) return svg
  // Drawn again without the letters that would be empty boxes.
  const written = eachText(plain, (text) => withoutLetters(text, missing))
  return render({ ...written, title: titleOf(plain.title, written.title) }, pictures, new Set())
}

async function render(card: Card, { cover, logo }: CardPictures, missing: Set<string>): Promise<string> {
  // Loaded by the first who asks: most processes never draw.
  const { default: satori } = await import('satori')
  const { fonts, serif, sans } = cardFonts()
  return satori(
    <CardLayout card={card} logo={logo} hasCover={cover !== undefined} faces={{ serif, sans }} />,
    {
      ...cardSize,
      fonts,
      loadAdditionalAsset: async (_language: string, letters: string) => {
        for (const letter of letters) missing.add(letter)
        return []
      },
    },
  )
}

/** A title that lost much of itself says something else: then the picture has none. */
function titleOf(title: string, written: string): string {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').length
  return letters(written) >= letters(title) * 0.9 ? written : ''
}

function eachText(card: Card, change: (text: string) => string): Card {
  return {
    ...card,
    siteName: change(card.siteName),
    title: change(card.title),
    section: card.section && change(card.section),
    authors: card.authors.map(change).filter(Boolean),
    date: card.date && change(card.date),
  }
}

/** Pictures of any colour have no place in the type. */
function withoutEmoji(text: string): string {
  return text
    .replace(
      /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u200d\ufe0f\u20e3]/gu,
      (mark) => (/[©®™]/.test(mark) ? mark : ''),
    )
    .replace(/\p{Cc}|\p{Co}|\p{Cs}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function withoutLetters(text: string, missing: Set<string>): string {
  return [...text]
    .filter((letter) => !missing.has(letter))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}
