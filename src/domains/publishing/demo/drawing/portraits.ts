/** Six drawn portraits, 400 × 400: the same bust in different hair, clothes and light. */
import {
  circle,
  draw,
  ellipse,
  mix,
  path,
  type Random,
  randomOf,
  rect,
  shaded,
  sheet,
  stipple,
  stroke,
} from './svg'

type Face = {
  ground: string
  disc: string
  skin: string
  hair: string
  cloth: string
  trim: string
  back: (face: Face) => string
  front: (face: Face) => string
}

const dark = '#1c1a24'

const glasses = (colour: string) =>
  circle(166, 196, 25, 'none', `stroke="${colour}" stroke-width="6"`) +
  circle(236, 196, 25, 'none', `stroke="${colour}" stroke-width="6"`) +
  stroke('M191 194q10 -8 20 0M141 192l-10 -6M261 192l10 -6', colour, 6)

const faces: Record<string, Face> = {
  'mirela-antonescu': {
    ground: '#1f7f68',
    disc: '#a7d9c3',
    skin: '#e8b48f',
    hair: '#2a1a1c',
    cloth: '#10302a',
    trim: '#ea5b33',
    back: ({ hair }) =>
      path(
        'M118 190C100 90 160 56 206 58C268 58 306 100 290 196C286 240 304 270 296 300H108C98 268 122 236 118 190Z',
        hair,
      ),
    front: ({ hair, trim }) =>
      path(
        'M134 176C130 110 176 84 214 92C254 96 272 130 268 178C252 150 236 134 206 128C184 150 160 164 134 176Z',
        hair,
      ) +
      circle(133, 232, 7, trim) +
      circle(268, 232, 7, trim),
  },
  'kofi-lindqvist': {
    ground: '#2c66d0',
    disc: '#f4ab35',
    skin: '#7a4a33',
    hair: '#17131a',
    cloth: '#f2efe6',
    trim: '#13203f',
    back: () => '',
    front: ({ hair }) =>
      path(
        'M132 180C122 96 164 70 204 70C246 70 280 98 268 180C264 150 256 132 246 124C216 132 182 132 156 124C144 136 136 152 132 180Z',
        hair,
      ) +
      path(
        'M136 214C140 290 176 306 201 306C226 306 262 290 266 214C262 244 244 252 201 250C158 252 142 244 136 214Z',
        hair,
      ) +
      path('M178 262q23 12 46 0q-8 14 -23 14t-23 -14Z', '#a8604c') +
      glasses('#f2efe6'),
  },
  'hana-morishige': {
    ground: '#5a4fd4',
    disc: '#c8c3f6',
    skin: '#f0c9a4',
    hair: '#1c1a48',
    cloth: '#e0ef5c',
    trim: '#1c1a48',
    back: ({ hair }) =>
      path(
        'M114 250C92 110 150 62 204 62C258 62 308 110 288 250C290 270 282 276 262 274H140C120 276 112 270 114 250Z',
        hair,
      ),
    front: ({ hair }) =>
      path(
        'M132 188C130 112 168 92 202 92C238 92 274 112 270 188C262 176 258 170 254 168H148C144 170 138 178 132 188Z',
        hair,
      ),
  },
  'joaquim-belart': {
    ground: '#93397a',
    disc: '#efbdd2',
    skin: '#d99c74',
    hair: '#8d8a92',
    cloth: '#2f1433',
    trim: '#f47a4d',
    back: () => '',
    front: ({ hair }) =>
      path(
        'M130 170C118 110 150 72 190 78C214 58 282 74 274 168C268 140 258 126 240 122C206 128 176 118 158 112C142 128 136 146 130 170Z',
        hair,
      ) +
      path('M164 250q37 -22 74 0q-16 -4 -37 -4t-37 4Z', hair) +
      path('M184 276q17 9 34 0l-5 22q-12 8 -24 0Z', hair),
  },
  'nandini-keller': {
    ground: '#cb7a28',
    disc: '#f3d19c',
    skin: '#a86a45',
    hair: '#2b1712',
    cloth: '#1b7d7e',
    trim: '#f9f2e4',
    back: ({ hair }) =>
      circle(200, 74, 44, hair) + path('M126 200C110 110 150 76 202 76C254 76 292 110 276 200Z', hair),
    front: ({ hair, trim }) =>
      path(
        'M132 186C126 116 166 92 202 92C238 92 278 116 270 186C262 150 232 128 202 104C172 128 142 150 132 186Z',
        hair,
      ) +
      glasses('#35220f') +
      rect(126, 236, 9, 24, trim, 'rx="4"') +
      rect(267, 236, 9, 24, trim, 'rx="4"'),
  },
  'elliot-varga': {
    ground: '#f2735c',
    disc: '#f6efe5',
    skin: '#f2cdb4',
    hair: '#b5502b',
    cloth: '#0d2e3a',
    trim: '#b3dde1',
    back: ({ hair }) => draw(9, (i) => circle(136 + i * 16, 112 - Math.sin((i / 8) * 3.14) * 34, 25, hair)),
    front: ({ hair }) =>
      draw(8, (i) => circle(142 + i * 17, 126 - Math.sin((i / 7) * 3.14) * 26, 21, hair)) +
      draw(8, (i) =>
        circle([156, 166, 176, 161, 226, 236, 246, 241][i] ?? 160, i % 4 === 3 ? 224 : 216, 2.6, '#d89a78'),
      ),
  },
}

export const portraitNames = Object.keys(faces)

export function drawPortrait(username: string) {
  const face = faces[username]
  if (!face) throw new Error(`No portrait of ${username} was designed`)
  const random = randomOf(username)
  return (
    sheet(face.ground) +
    circle(200, 190, 158, face.disc) +
    stipple(random, {
      x: 0,
      y: 0,
      w: 400,
      h: 400,
      count: 700,
      colour: mix(face.ground, dark, 0.4),
      size: 2,
      angle: 60,
    }) +
    face.back(face) +
    bust(face, random) +
    features(face) +
    face.front(face)
  )
}

function bust({ skin, cloth, trim }: Face, random: Random) {
  const neck = path('M168 270H234V330C234 352 168 352 168 330Z', mix(skin, dark, 0.22))
  const shoulders = path(
    'M40 410C44 340 110 322 166 312C180 344 222 344 236 312C292 322 356 340 360 410Z',
    cloth,
  )
  return (
    neck +
    shaded(random, shoulders, {
      x: 40,
      y: 310,
      w: 320,
      h: 100,
      count: 420,
      colour: mix(cloth, dark, 0.6),
      size: 2.2,
      angle: 40,
    }) +
    stroke('M164 313C180 348 222 348 238 313', trim, 8) +
    ellipse(132, 206, 13, 20, mix(skin, dark, 0.1)) +
    ellipse(270, 206, 13, 20, mix(skin, dark, 0.1)) +
    shaded(
      random,
      path(
        'M134 176C134 120 164 100 201 100C238 100 268 120 268 176C268 246 240 298 201 298C162 298 134 246 134 176Z',
        skin,
      ),
      { x: 134, y: 100, w: 134, h: 200, count: 90, colour: mix(skin, dark, 0.35), size: 2, angle: 20 },
    )
  )
}

const features = ({ skin }: Face) =>
  circle(168, 196, 6, dark) +
  circle(234, 196, 6, dark) +
  stroke('M154 174q14 -9 28 -1M220 173q14 -8 28 1', dark, 5) +
  stroke('M203 198q9 30 -2 36q-8 2 -12 -2', mix(skin, dark, 0.42), 5) +
  stroke('M180 262q21 15 42 0', mix(skin, '#7a1f1f', 0.6), 6)
