/** How the picture of a shared article looks, in the few styles that its renderer knows. Colours: tokens.css, by day. */
import { type Card, type CardPictures, cardSize } from './Card'

export const paper = '#fbf7ef'
const ink = '#1f1d22'
const inkSoft = '#59534e'
const ruleStrong = '#1f1d22'
const accent = '#b62f1e'

interface CardLayoutProps {
  card: Card
  logo: CardPictures['logo']
  hasCover: boolean
  faces: { serif: string; sans: string }
}

/** Pixels from the left at which the paper ends, at the top; the edge leans like the site's marks. */
const edge = { withCover: 776, plain: 1010 }
const lean = 134

export function CardLayout({ card, logo, hasCover, faces }: CardLayoutProps) {
  const isRightToLeft = rightToLeft.test(card.title || card.siteName)
  const align = isRightToLeft ? 'flex-end' : 'flex-start'
  const width = (hasCover ? edge.withCover : edge.plain) - lean - 84
  // A title that cannot be written leaves the site's name in its place.
  const title = card.title || card.siteName
  const size = titleSize(title, width)
  return (
    <div
      style={{
        display: 'flex',
        position: 'relative',
        width: cardSize.width,
        height: cardSize.height,
        fontFamily: faces.sans,
        color: ink,
      }}
    >
      <Ground
        top={hasCover ? edge.withCover : edge.plain}
        colour={card.colour ?? accent}
        hasCover={hasCover}
      />
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          position: 'absolute',
          left: 64,
          top: 56,
          width,
          height: cardSize.height - 56 - 52,
        }}
      >
        {logo || card.title ? <Nameplate card={card} logo={logo} serif={faces.serif} /> : <div />}
        <div style={{ display: 'flex', flexDirection: 'column', alignItems: align, width }}>
          {card.section && <Section name={card.section} colour={card.colour ?? accent} />}
          <div
            style={{
              display: 'block',
              width,
              marginTop: 14,
              fontFamily: faces.serif,
              fontWeight: 600,
              fontSize: size,
              lineHeight,
              letterSpacing: '-0.015em',
              textAlign: isRightToLeft ? 'right' : 'left',
              lineClamp: Math.floor(titleHeight / (size * lineHeight)),
              wordBreak: 'break-word',
            }}
          >
            {title}
          </div>
        </div>
        <Byline card={card} width={width} align={align} />
      </div>
    </div>
  )
}

/** Hebrew, Arabic and the scripts beside them. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** The paper with its leaning edge, a stripe in the section's colour along it, and without a cover a field of that. */
function Ground({ top, colour, hasCover }: { top: number; colour: string; hasCover: boolean }) {
  const { width, height } = cardSize
  const bar = (from: number, thick: number) =>
    `${from},0 ${from + thick},0 ${from + thick - lean},${height} ${from - lean},${height}`
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      style={{ position: 'absolute', left: 0, top: 0 }}
      aria-hidden="true"
    >
      <polygon points={`0,0 ${top},0 ${top - lean},${height} 0,${height}`} fill={paper} />
      {hasCover ? (
        <polygon points={bar(top, 12)} fill={colour} />
      ) : (
        <>
          <polygon points={`${top},0 ${width},0 ${width},${height} ${top - lean},${height}`} fill={colour} />
          <polygon points={bar(top + 44, 18)} fill={paper} fillOpacity="0.9" />
          <polygon points={bar(top + 96, 18)} fill={paper} fillOpacity="0.55" />
          <polygon points={bar(top + 148, 18)} fill={paper} fillOpacity="0.3" />
          <polygon points={bar(top + 200, 18)} fill={paper} fillOpacity="0.14" />
        </>
      )}
    </svg>
  )
}

function Nameplate({ card, logo, serif }: { card: Card; logo: CardPictures['logo']; serif: string }) {
  if (!logo) {
    return (
      <div style={{ display: 'flex', fontFamily: serif, fontWeight: 600, fontSize: 38 }}>{card.siteName}</div>
    )
  }
  // A mark needs the name beside it, a nameplate says it.
  const isMark = logo.width < logo.height * 1.8
  return (
    <div style={{ display: 'flex', alignItems: 'center', height: 60 }}>
      {/* biome-ignore lint/performance/noImgElement: for a picture, not for a page */}
      <img
        src={`data:image/png;base64,${logo.png.toString('base64')}`}
        width={logo.width}
        height={logo.height}
        alt=""
      />
      {isMark && (
        <div style={{ display: 'flex', marginLeft: 16, fontFamily: serif, fontWeight: 600, fontSize: 34 }}>
          {card.siteName}
        </div>
      )}
    </div>
  )
}

function Section({ name, colour }: { name: string; colour: string }) {
  return (
    <div style={{ display: 'flex', alignItems: 'center' }}>
      <div style={{ width: 9, height: 24, background: colour, transform: 'skewX(-12deg)' }} />
      <div
        style={{
          display: 'block',
          marginLeft: 14,
          fontSize: 21,
          letterSpacing: '0.09em',
          textTransform: 'uppercase',
          lineClamp: 1,
        }}
      >
        {name}
      </div>
    </div>
  )
}

function Byline({ card, width, align }: { card: Card; width: number; align: 'flex-start' | 'flex-end' }) {
  const names = card.authors.length > 3 ? [...card.authors.slice(0, 2), '…'] : card.authors
  return (
    <div style={{ display: 'flex', flexDirection: 'column', alignItems: align, width: width - 40 }}>
      <div style={{ width: '100%', height: 3, background: ruleStrong }} />
      <div style={{ width: '100%', height: 1, marginTop: 3, marginBottom: 16, background: ruleStrong }} />
      {names.length > 0 && (
        <div style={{ display: 'block', fontSize: 25, lineClamp: 1 }}>{names.join(', ')}</div>
      )}
      {card.date && (
        <div style={{ display: 'flex', marginTop: 4, fontSize: 22, color: inkSoft }}>{card.date}</div>
      )}
    </div>
  )
}

/** Pixels that the title may take between the nameplate and the byline. */
const titleHeight = 292
const lineHeight = 1.12
const sizes = { largest: 88, smallest: 28, step: 2 }

/** Pixels: the largest at which the whole title has room, its lines broken as the renderer will about break them. */
function titleSize(title: string, width: number): number {
  const words = wordsOf(title)
  for (let size = sizes.largest; size > sizes.smallest; size -= sizes.step) {
    const lines = linesAt(words, width / size)
    if (lines !== null && lines * size * lineHeight <= titleHeight) return size
  }
  return sizes.smallest
}

/** Widths of words, in parts of the letters' size. Scripts without spaces may be broken anywhere. */
function wordsOf(title: string): number[] {
  const parts = title.split(/\s+/).flatMap((word) => (wide.test(word) ? [...word] : [word]))
  return parts.map((word) => [...word].reduce((sum, letter) => sum + widthOf(letter), 0))
}

/** @returns `null` where a word is longer than a line. */
function linesAt(words: number[], width: number): number | null {
  let lines = 1
  let taken = 0
  for (const word of words) {
    if (word > width) return null
    const wanted = taken === 0 ? word : taken + space + word
    if (wanted <= width) taken = wanted
    else {
      lines += 1
      taken = word
    }
  }
  return lines
}

const space = 0.26

/** A little more than most letters of our faces are wide. */
function widthOf(letter: string): number {
  if (wide.test(letter)) return 1.05
  if (/[mwMW@%\u2014]/.test(letter)) return 0.86
  if (/[ijltfrI.,:;'’!|()]/.test(letter)) return 0.36
  if (/[\u0370-\u08ff]/.test(letter)) return 0.62
  return /\p{Lu}/u.test(letter) ? 0.7 : 0.54
}

const wide = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]|[\u{20000}-\u{3ffff}]/u
