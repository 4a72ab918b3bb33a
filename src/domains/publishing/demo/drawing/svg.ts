/** A small pen for SVG strings: shapes, seeded chance, and the stippled shade that all our drawings share. */
import type { Palette } from './palettes'

export const width = 1600
export const height = 900

export type Random = () => number
export type Scene = { p: Palette; random: Random; seed: string; label: string }
export type Motif = (scene: Scene) => string
export type Point = readonly [number, number]

/** Chance that repeats: the same seed draws the same picture. */
export function randomOf(seed: string): Random {
  let state = 2166136261
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 16777619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const between = (random: Random, low: number, high: number) => low + random() * (high - low)
export const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i))
export const draw = (count: number, make: (index: number) => string) => times(count, make).join('')

const n = (value: number) => String(Math.round(value * 10) / 10)

export const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}" ${more}/>`
export const circle = (x: number, y: number, r: number, fill: string, more = '') =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}" ${more}/>`
export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = '') =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`
export const path = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`
export const stroke = (d: string, colour: string, w: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${w}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
export const line = (x1: number, y1: number, x2: number, y2: number, colour: string, w: number, more = '') =>
  stroke(`M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`, colour, w, more)
export const points = (list: readonly Point[]) => list.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')
export const polygon = (list: readonly Point[], fill: string, more = '') =>
  path(`M${points(list)}Z`, fill, more)
export const group = (content: string, more = '') => `<g ${more}>${content}</g>`
export const moved = (content: string, x: number, y: number, degrees = 0, scale = 1) =>
  group(content, `transform="translate(${n(x)} ${n(y)}) rotate(${n(degrees)}) scale(${scale})"`)
/** Prints like a second ink over the first. */
export const overprint = (content: string) => group(content, 'style="mix-blend-mode:multiply"')
export const text = (x: number, y: number, size: number, fill: string, words: string, more = '') =>
  `<text x="${n(x)}" y="${n(y)}" font-family="Geist, 'DejaVu Sans', sans-serif" font-size="${size}" fill="${fill}" ${more}>${words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')}</text>`

let clips = 0
export const clipped = (shape: string, content: string) => {
  clips += 1
  return `<clipPath id="c${clips}">${shape}</clipPath>${group(content, `clip-path="url(#c${clips})"`)}`
}

type Stipple = {
  x: number
  y: number
  w: number
  h: number
  count: number
  colour: string
  size?: number
  angle?: number
}
/** Ink dots that grow denser along `angle` (degrees, 0 = to the right, 90 = downwards). */
export function stipple(random: Random, { x, y, w, h, count, colour, size = 3, angle = 90 }: Stipple) {
  const [dx, dy] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  let d = ''
  for (let i = 0; i < count; i += 1) {
    const [u, v] = [random(), random()]
    const along = (u - 0.5) * dx + (v - 0.5) * dy + 0.5
    if (random() < along ** 2.2) d += `M${n(x + u * w)} ${n(y + v * h)}h.1`
  }
  return stroke(d, colour, size)
}
/** A shape's shade: stipple cut to the outline of the shape. */
export const shaded = (random: Random, shape: string, area: Stipple) =>
  shape + clipped(shape, stipple(random, area))

/** Mixes two #rrggbb colours; 0 gives the first. */
export function mix(first: string, second: string, share: number) {
  const channel = (hex: string, i: number) => Number.parseInt(hex.slice(1 + i * 2, 3 + i * 2), 16)
  const mixed = times(3, (i) => Math.round(channel(first, i) * (1 - share) + channel(second, i) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** A soft closed outline around a centre, for hills, leaves and stones. */
export function blob(random: Random, x: number, y: number, rx: number, ry: number, rough = 0.12) {
  const [a, b, c] = [random() * 7, random() * 7, random() * 7]
  const list = times(72, (i): Point => {
    const t = (i / 72) * Math.PI * 2
    const r = 1 + rough * (Math.sin(t * 2 + a) * 0.6 + Math.sin(t * 3 + b) * 0.5 + Math.sin(t * 5 + c) * 0.22)
    return [x + Math.cos(t) * rx * r, y + Math.sin(t) * ry * r]
  })
  return `M${points(list)}Z`
}

export const wave = (y: number, amplitude: number, length: number, shift: number, depth = height) =>
  `M0 ${depth}L${points(times(81, (i): Point => [i * 20, y + Math.sin((i * 20) / length + shift) * amplitude]))}L${width} ${depth}Z`

export const sheet = (fill: string) => rect(0, 0, width, height, fill)

/** The whole picture: drawing, then the tooth of the paper over it. */
export const page = (content: string, w = width, h = height, grain = 0.11) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"><defs><filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".55" numOctaves="2" seed="4"/><feColorMatrix values="0 0 0 0 .1 0 0 0 0 .08 0 0 0 0 .06 0 0 0 1.6 -.62"/></filter></defs>${content}${
    grain ? `<rect width="${w}" height="${h}" filter="url(#grain)" opacity="${grain}"/>` : ''
  }</svg>`
