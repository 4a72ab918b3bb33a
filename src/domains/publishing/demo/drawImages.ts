/** Draws every picture of the demo publication into `images/`. Run by hand; its output is committed. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const out = join(import.meta.dirname, 'images')
const root = join(import.meta.dirname, '../../../..')
const largestCoverBytes = 60 * 1024

await drawImages(process.argv.slice(2))

/** Draws all, or only those whose name contains one of `wanted`. */
export async function drawImages(wanted: string[]) {
  prepareFonts()
  mkdirSync(out, { recursive: true })
  const { covers } = await import('./drawing/covers')
  const { palettes } = await import('./drawing/palettes')
  const { page, randomOf } = await import('./drawing/svg')
  const { drawPortrait, portraitNames } = await import('./drawing/portraits')
  const { figures } = await import('./drawing/figures')
  const { iconSvg, logoSvg } = await import('./drawing/logo')

  const pictures: Record<string, () => string> = {}
  for (const [slug, { palette, motif, label }] of Object.entries(covers)) {
    pictures[slug] = () =>
      page(motif({ p: palettes[palette], random: randomOf(slug), seed: slug, label: label ?? '' }))
  }
  for (const username of portraitNames)
    pictures[`portrait-${username}`] = () => page(drawPortrait(username), 400, 400, 0.09)
  Object.assign(pictures, figures)
  pictures['tallystick-logo'] = () => logoSvg()
  pictures['tallystick-logo-night'] = () => logoSvg('#eee8dd', '#ff7a64')
  pictures['tallystick-icon'] = iconSvg

  let total = 0
  for (const [name, picture] of Object.entries(pictures)) {
    if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue
    const file = await smallEnough(picture())
    writeFileSync(join(out, `${name}.webp`), file)
    total += file.length
    console.log(`${String(Math.round(file.length / 1024)).padStart(4)} KB  ${name}`)
  }
  writeFileSync(join(out, 'tallystick-logo.svg'), logoSvg())
  console.log(`${(total / 1024 / 1024).toFixed(2)} MB`)
}

async function smallEnough(svg: string) {
  const { default: sharp } = await import('sharp')
  let file = Buffer.alloc(0)
  for (const quality of [74, 70, 64, 58, 50, 42]) {
    file = await sharp(Buffer.from(svg)).webp({ quality, effort: 6, smartSubsample: true }).toBuffer()
    if (file.length <= largestCoverBytes) break
  }
  return file
}

/** librsvg finds fonts through fontconfig, which reads its settings once: before sharp is loaded. */
function prepareFonts() {
  const fonts = [
    join(root, 'node_modules/next/dist/compiled/@vercel/og'),
    '/usr/share/fonts',
    '/Library/Fonts',
  ].filter(existsSync)
  const folder = mkdtempSync(join(tmpdir(), 'drawing-fonts-'))
  const settings = join(folder, 'fonts.conf')
  const folders = fonts.map((font) => `<dir>${font}</dir>`).join('')
  writeFileSync(
    settings,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${folder}</cachedir></fontconfig>`,
  )
  process.env.FONTCONFIG_FILE = settings
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
}
