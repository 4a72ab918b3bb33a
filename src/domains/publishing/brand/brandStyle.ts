/** The site's own look over that of tokens.css: every colour that is derived here is readable where it is used. */
import { clampChroma, converter, formatHex, wcagContrast } from 'culori'
import type { SiteSetting } from '@/payload-types'
import { type Ground, grounds } from './grounds'
import { typefaces } from './typefaces'

/** Contrast of text that WCAG 2.2 AA asks for, and a little more for rounding. */
const readable = 4.6
const onAccent = '#fffaf3'

type Look = Pick<SiteSetting, 'look'>['look']

/** CSS for the head of each page; empty for a site that keeps to tokens.css. */
export function brandStyle(look: Look): string {
  const ground = look?.ground ?? 'warm'
  const rules = [
    ...(ground === 'warm' ? [] : groundRules(ground)),
    ...(look?.accent ? accentRules(look.accent, ground) : []),
    ...(look?.headingFace ? [`--face-heading:${typefaces[look.headingFace].css}`] : []),
    ...(look?.textFace ? [`--face-serif:${typefaces[look.textFace].css}`] : []),
    ...(look?.interfaceFace ? [`--face-sans:${typefaces[look.interfaceFace].css}`] : []),
  ]
  return rules.length > 0 ? `:root{${rules.join(';')}}` : ''
}

/** Addresses of the faces that the first screen is set in, to be fetched before the styles are read. */
export function firstFaces(look: Look): string[] {
  const text = look?.textFace ?? 'newsreader'
  const chosen = [look?.interfaceFace ?? 'schibsted', text, look?.headingFace ?? text]
  const files = new Set(chosen.map((face) => typefaces[face].file))
  return [...files].filter((file) => file !== null).map((file) => `/fonts/${file}.woff2`)
}

/** For the bars of browsers. */
export function groundColours(look: Look): { day: string; night: string } {
  const [day, night] = grounds[look?.ground ?? 'warm'].paper
  return { day, night }
}

function groundRules(ground: Ground): string[] {
  return Object.entries(grounds[ground]).map(([name, [day, night]]) => `--${name}:${both(day, night)}`)
}

/** The accent itself where it can be read, else the nearest lightness at which it can. */
function accentRules(accent: string, ground: Ground): string[] {
  const { paper, 'paper-sunk': sunk } = grounds[ground]
  const day = readableOn(accent, [paper[0], sunk[0]], 'darker')
  const night = readableOn(accent, [paper[1], sunk[1]], 'lighter')
  const behind = readableOn(accent, [onAccent], 'darker')
  return [
    `--accent:${both(day, night)}`,
    `--link:${both(day, night)}`,
    `--accent-ground:${behind}`,
    `--accent-ink:${onAccent}`,
  ]
}

function readableOn(colour: string, grounds: string[], direction: 'darker' | 'lighter'): string {
  const start = converter('oklch')(colour)
  if (!start) return colour
  const step = direction === 'darker' ? -0.01 : 0.01
  let found = colour
  for (let l = Math.min(1, Math.max(0, start.l)); l >= 0 && l <= 1; l += step) {
    found = formatHex(clampChroma({ ...start, l }, 'oklch'))
    if (grounds.every((ground) => wcagContrast(found, ground) >= readable)) break
  }
  return found
}

function both(day: string, night: string): string {
  return `light-dark(${day},${night})`
}
