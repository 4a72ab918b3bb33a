/** The site's faces for drawings, and those for scripts that they do not have. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/src/platform/env'
import { log } from '@/src/platform/log'

interface Font {
  name: string
  data: Buffer
  weight: 500 | 600
  style: 'normal'
}

/** Each file is a face of its own: the renderer looks into the next one for a letter that the first has not. */
const files: [name: string, weight: Font['weight'], path: string][] = [
  ['serif', 600, 'newsreader/files/newsreader-latin-600-normal.woff'],
  ['serif-ext', 600, 'newsreader/files/newsreader-latin-ext-600-normal.woff'],
  ['serif-vietnamese', 600, 'newsreader/files/newsreader-vietnamese-600-normal.woff'],
  ['sans', 500, 'schibsted-grotesk/files/schibsted-grotesk-latin-500-normal.woff'],
  ['sans-ext', 500, 'schibsted-grotesk/files/schibsted-grotesk-latin-ext-500-normal.woff'],
  ['cyrillic', 600, 'noto-serif/files/noto-serif-cyrillic-600-normal.woff'],
  ['cyrillic-ext', 600, 'noto-serif/files/noto-serif-cyrillic-ext-600-normal.woff'],
  ['greek', 600, 'noto-serif/files/noto-serif-greek-600-normal.woff'],
  ['greek-ext', 600, 'noto-serif/files/noto-serif-greek-ext-600-normal.woff'],
  ['math', 600, 'noto-serif/files/noto-serif-math-600-normal.woff'],
  ['arabic', 600, 'ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff'],
  ['hebrew', 600, 'noto-serif-hebrew/files/noto-serif-hebrew-hebrew-600-normal.woff'],
]

const others = ['cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'math', 'arabic', 'hebrew']

export interface CardFonts {
  fonts: Font[]
  serif: string
  sans: string
}

let loaded: CardFonts | undefined

export function cardFonts(): CardFonts {
  loaded ??= load()
  return loaded
}

function load(): CardFonts {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'node_modules/@fontsource')
  const own = files.map(([name, weight, path]): Font => {
    return {
      name,
      weight,
      style: 'normal',
      data: readFileSync(/* turbopackIgnore: true */ join(folder, path)),
    }
  })
  const given = givenFonts()
  const last = [...others, ...given.map(({ name }) => name)]
  return {
    fonts: [...own, ...given],
    serif: ['serif', 'serif-ext', 'serif-vietnamese', ...last].join(', '),
    sans: ['sans', 'sans-ext', ...last].join(', '),
  }
}

/** Those that the operator put into FONTS_DIR. */
function givenFonts(): Font[] {
  const folder = env.FONTS_DIR
  if (!folder) return []
  try {
    return readdirSync(/* turbopackIgnore: true */ folder)
      .filter((file) => /\.(ttf|otf|woff)$/i.test(file))
      .sort()
      .map((file, index) => ({
        name: `given-${index}`,
        weight: 600,
        style: 'normal',
        data: readFileSync(/* turbopackIgnore: true */ join(folder, file)),
      }))
  } catch (error) {
    log.warn({ err: error, folder }, 'The fonts of FONTS_DIR cannot be read')
    return []
  }
}
