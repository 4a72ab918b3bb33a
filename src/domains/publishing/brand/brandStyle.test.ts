import { existsSync, readFileSync } from 'node:fs'
import { wcagContrast } from 'culori'
import { expect, test } from 'vitest'
import { brandStyle, firstFaces } from './brandStyle'
import { type Ground, grounds } from './grounds'
import { type Typeface, typefaces } from './typefaces'

const accents = ['#ffee00', '#1d4ed8', '#000000', '#ffffff', '#00ff88', '#b62f1e', '#808080']

function pair(css: string, name: string): [day: string, night: string] {
  const [, day = '', night = ''] = css.match(new RegExp(`--${name}:light-dark\\((#\\w+),(#\\w+)\\)`)) ?? []
  return [day, night]
}

for (const ground of Object.keys(grounds) as Ground[]) {
  test.each(accents)(`the accent %s is readable on ${ground} paper by day and at night`, (accent) => {
    const css = brandStyle({ accent, ground })
    const [day, night] = pair(css, 'link')
    const { paper, 'paper-sunk': sunk } = grounds[ground]
    for (const shade of [paper, sunk]) {
      expect(wcagContrast(day, shade[0])).toBeGreaterThanOrEqual(4.5)
      expect(wcagContrast(night, shade[1])).toBeGreaterThanOrEqual(4.5)
    }
    const behind = css.match(/--accent-ground:(#\w+)/)?.[1] ?? ''
    expect(wcagContrast('#fffaf3', behind)).toBeGreaterThanOrEqual(4.5)
  })
}

test('a colour that can be read as it is stays as it is by day', () => {
  expect(pair(brandStyle({ accent: '#1d4ed8' }), 'accent')[0]).toBe('#1d4ed8')
})

test('a site that chose nothing adds nothing', () => {
  expect(brandStyle({})).toBe('')
  expect(brandStyle(undefined)).toBe('')
})

test('the faces that are fetched first are those that the styles name', () => {
  const styles = readFileSync('src/components/fonts.css', 'utf8')
  for (const face of Object.keys(typefaces) as Typeface[])
    for (const file of firstFaces({ headingFace: face, textFace: face, interfaceFace: face })) {
      expect(styles).toContain(`url("${file}")`)
      expect(existsSync(`public${file}`)).toBe(true)
    }
  expect(firstFaces({})).toHaveLength(2)
  expect(firstFaces({ textFace: 'system-serif', interfaceFace: 'system-sans' })).toEqual([])
})
