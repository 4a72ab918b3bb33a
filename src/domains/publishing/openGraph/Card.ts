/** What stands on the picture of a shared article. */
export interface Card {
  siteName: string
  title: string
  /** A tag such as `en`: the direction and the date follow it. */
  locale: string
  section?: string
  /** Of the section, as `#rrggbb`. */
  colour?: string
  authors: string[]
  /** In the words of its language. */
  date?: string
}

/** Pictures on it, as PNG. */
export interface CardPictures {
  /** Of `coverFrame`. */
  cover?: Buffer
  logo?: { png: Buffer; width: number; height: number }
}

/** Pixels. Source: ogp.me and the networks' own guides, 1.91 to 1. */
export const cardSize = { width: 1200, height: 630 }
export const coverFrame = { width: 580, height: 630, fit: 'cover' } as const
export const logoFrame = { width: 340, height: 60, fit: 'inside' } as const
