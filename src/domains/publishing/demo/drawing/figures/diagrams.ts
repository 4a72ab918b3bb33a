/** The diagrams inside articles: labelled boxes and arrows, and the three ways to draw one. */
import { circle, draw, ellipse, line, mix, type Point, points, polygon, rect, stroke, text } from '../svg'
import { bold, figure, figureHeight, figureWidth, inks, muted } from './chart'

const middle = 'text-anchor="middle"'
const box = (
  x: number,
  y: number,
  w: number,
  h: number,
  fill: string,
  words: string,
  colour = inks.ink,
  size = 20,
) =>
  rect(x - w / 2, y - h / 2, w, h, fill, `rx="9" stroke="${inks.ink}" stroke-width="2.5"`) +
  text(x, y + size * 0.35, size, colour, words, middle)
const arrow = (from: Point, to: Point, colour = inks.ink, more = '') => {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0])
  const tip = (turn: number): Point => [
    to[0] - 15 * Math.cos(angle + turn),
    to[1] - 15 * Math.sin(angle + turn),
  ]
  return line(from[0], from[1], to[0], to[1], colour, 3, more) + polygon([to, tip(0.45), tip(-0.45)], colour)
}

export function merkleProof() {
  const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
  const at = (level: number, i: number): Point => [170 + ((i + 0.5) * 860) / (8 >> level), 560 - level * 122]
  const pairs = [names, ['AB', 'CD', 'EF', 'GH'], ['ABCD', 'EFGH'], ['root']]
  const sibling = ['E', 'GH', 'ABCD']
  const own = ['F', 'EF', 'EFGH', 'root']
  const branches = pairs.slice(1).flatMap((row, k) =>
    row
      .map((_, i) => {
        const [x, y] = at(k + 1, i)
        return [0, 1]
          .map((c) => {
            const [cx, cy] = at(k, i * 2 + c)
            return stroke(`M${cx} ${cy}V${(cy + y) / 2}H${x}V${y}`, muted, 2.5)
          })
          .join('')
      })
      .join(''),
  )
  const boxes = pairs.flatMap((row, level) =>
    row.map((name, i) => {
      const [x, y] = at(level, i)
      const fill = own.includes(name) ? inks.main : sibling.includes(name) ? inks.accent : '#ffffff'
      return box(
        x,
        y,
        level === 0 ? 78 : 70 + name.length * 15,
        54,
        fill,
        name,
        own.includes(name) ? '#ffffff' : inks.ink,
      )
    }),
  )
  return figure(
    'Proving that F is in the tree',
    'Three hashes (amber) and F itself are enough to recompute the root, out of eight leaves.',
    branches.join('') +
      boxes.join('') +
      text(1060, 204, 20, muted, 'published', middle) +
      arrow([1010, 198], [660, 194], muted),
  )
}

export function transactionJourney() {
  const stages = ['Draft', 'Signed', 'Gossip', 'Waiting room', 'Block', 'Buried']
  const lines = [
    'a sentence on your own device',
    'sealed with a private key',
    'copied from node to node',
    'ranked by what it offers',
    'chosen, ordered, published',
    'each new block adds weight',
  ]
  return figure(
    'Six places a transaction can be',
    'Only the last two are shared by everybody.',
    stages
      .map((stage, i) => {
        const [x, y] = [210 + (i % 3) * 390, 250 + Math.floor(i / 3) * 240]
        const late = i > 3
        const next = i === 2 ? '' : i < 5 ? arrow([x + 134, y], [x + 250, y]) : ''
        return (
          box(
            x,
            y,
            256,
            92,
            late ? inks.main : '#ffffff',
            `${i + 1}  ${stage}`,
            late ? '#ffffff' : inks.ink,
            26,
          ) +
          text(x, y + 82, 19, muted, lines[i] ?? '', middle) +
          next
        )
      })
      .join('') +
      stroke('M1126 250H1160V384H60V490H76', inks.ink, 3, 'stroke-dasharray="2 9"') +
      arrow([64, 490], [80, 490]),
  )
}

export function eventStream() {
  const steps: [number, boolean, string][] = [
    [215, true, 'GET /ticker  accept: text/event-stream'],
    [285, false, 'id: 41   data: {"symbol":"ACN", …}'],
    [345, false, 'id: 42   data: {"symbol":"ACN", …}'],
    [475, true, 'GET /ticker  last-event-id: 42'],
    [545, false, 'id: 43   data: what was missed, then live'],
  ]
  return figure(
    'A stream that survives a tunnel',
    'The browser reconnects by itself and says which event it saw last.',
    ['Browser', 'Server']
      .map(
        (name, i) =>
          box(260 + i * 680, 160, 180, 50, i ? inks.main : inks.accent, name, i ? '#ffffff' : inks.ink, 22) +
          line(260 + i * 680, 186, 260 + i * 680, 630, muted, 2.5, 'stroke-dasharray="3 9"'),
      )
      .join('') +
      steps
        .map(
          ([y, there, words]) =>
            text(600, y - 12, 19, inks.ink, words, middle) +
            (there ? arrow([272, y], [928, y]) : arrow([928, y], [272, y], inks.main)),
        )
        .join('') +
      rect(200, 384, 800, 44, mix(inks.accent, inks.paper, 0.6), 'rx="22"') +
      text(600, 413, 20, inks.ink, 'the connection drops', middle),
  )
}

export function boxesAndArrows() {
  return figure(
    'Way one: boxes and arrows',
    'Good for: what exists and what knows about what. Silent about: when.',
    box(240, 300, 220, 90, inks.light, 'browser', inks.ink, 24) +
      box(600, 300, 220, 90, inks.main, 'web', '#ffffff', 24) +
      box(960, 220, 220, 90, inks.light, 'database', inks.ink, 24) +
      box(960, 420, 220, 90, inks.light, 'queue', inks.ink, 24) +
      box(600, 540, 220, 90, inks.main, 'worker', '#ffffff', 24) +
      arrow([352, 300], [484, 300]) +
      arrow([712, 285], [844, 235]) +
      arrow([712, 325], [844, 405]) +
      arrow([860, 468], [716, 528]) +
      arrow([962, 372], [962, 270], muted, 'stroke-dasharray="3 8"'),
  )
}

export function sequenceOfMessages() {
  const lanes = ['browser', 'web', 'database', 'worker']
  const steps: [number, number, number, string][] = [
    [230, 0, 1, 'publish'],
    [290, 1, 2, 'save + enqueue'],
    [350, 1, 0, 'done'],
    [440, 3, 2, 'claim a job'],
    [500, 3, 3, 'make pictures'],
    [570, 3, 2, 'finished'],
  ]
  const x = (i: number) => 180 + i * 280
  return figure(
    'Way two: a sequence of messages',
    'One transaction saves and enqueues. Good for: who waits for whom. Silent about: what stays afterwards.',
    lanes
      .map(
        (lane, i) =>
          box(x(i), 162, 180, 48, i % 2 ? inks.main : inks.light, lane, i % 2 ? '#ffffff' : inks.ink, 21) +
          line(x(i), 188, x(i), 640, muted, 2.5, 'stroke-dasharray="3 9"'),
      )
      .join('') +
      steps
        .map(([y, a, b, words]) =>
          a === b
            ? rect(x(a) - 14, y - 18, 28, 46, inks.accent, 'rx="5"') +
              text(x(a) - 28, y + 12, 19, inks.ink, words, 'text-anchor="end"')
            : arrow([x(a) + (b > a ? 8 : -8), y], [x(b) + (b > a ? -8 : 8), y]) +
              text((x(a) + x(b)) / 2, y - 11, 19, inks.ink, words, middle),
        )
        .join(''),
  )
}

export function napkinSketch() {
  const hand = (list: readonly Point[], colour: string, w = 6) => stroke(`M${points(list)}`, colour, w)
  return (
    rect(0, 0, figureWidth, figureHeight, '#fbf6ea') +
    draw(24, (i) => draw(13, (k) => circle(50 + i * 48, 50 + k * 48, 2, '#d9cfb8'))) +
    ellipse(
      600,
      330,
      250,
      150,
      'none',
      `stroke="${inks.ink}" stroke-width="6" transform="rotate(-4 600 330)"`,
    ) +
    ellipse(
      604,
      326,
      256,
      146,
      'none',
      `stroke="${inks.ink}" stroke-width="3" transform="rotate(3 600 330)"`,
    ) +
    text(600, 342, 44, inks.ink, 'the queue', `${middle} transform="rotate(-3 600 330)" ${bold(inks.ink)}`) +
    hand(
      [
        [120, 250],
        [190, 262],
        [250, 296],
        [336, 318],
        [306, 292],
      ],
      inks.main,
      8,
    ) +
    hand(
      [
        [336, 318],
        [300, 332],
      ],
      inks.main,
      8,
    ) +
    text(70, 220, 36, inks.main, 'work arrives', bold(inks.main)) +
    hand(
      [
        [858, 350],
        [930, 372],
        [1010, 420],
        [1080, 436],
        [1050, 410],
      ],
      inks.main,
      8,
    ) +
    hand(
      [
        [1080, 436],
        [1044, 448],
      ],
      inks.main,
      8,
    ) +
    text(900, 320, 36, inks.main, 'work leaves', bold(inks.main)) +
    hand(
      [
        [560, 480],
        [520, 540],
        [500, 566],
      ],
      '#d9483b',
      7,
    ) +
    text(
      150,
      600,
      38,
      '#d9483b',
      'and if it dies here?',
      `${bold('#d9483b')} transform="rotate(-2 150 600)"`,
    ) +
    hand(
      [
        [150, 616],
        [300, 622],
        [470, 610],
      ],
      '#d9483b',
      5,
    ) +
    text(82, 90, 30, inks.ink, 'Way three: a sketch, made while talking', bold(inks.ink))
  )
}
