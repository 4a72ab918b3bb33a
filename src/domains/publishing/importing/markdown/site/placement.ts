/** What the place of a file says: what kind of document it is, its name, date, language and old address. */
import type { Data } from '../source/values'

export type Placement = {
  kind: 'article' | 'page' | 'term'
  file: string
  /** The name it goes by in its address. */
  name: string
  permalink: string
  date?: string
  isDraft: boolean
  locale?: string
  translationKey?: string
  categories: string[]
  /** Jekyll: the collection. Hugo and Astro: the section. */
  collection?: string
}

export type Place = (file: string, data: Data) => Placement | undefined

const datedName = /^(\d{4}-\d{1,2}-\d{1,2})[-_](.+)$/

export function nameAndDate(file: string): { name: string; date?: string; extension: string } {
  const base = file.split('/').at(-1) ?? file
  const extension = /\.[^.]+$/.exec(base)?.[0] ?? ''
  const stem = base.slice(0, base.length - extension.length)
  const dated = datedName.exec(stem)
  return dated ? { name: dated[2] ?? stem, date: dated[1], extension } : { name: stem, extension }
}

export function joinPath(...parts: string[]): string {
  return `/${parts.join('/')}`.replace(/\/{2,}/g, '/')
}

/** README and its like tell about the folder and are no part of the site, unless they say so themselves. */
export function isAboutTheFolder(file: string): boolean {
  return /(?:^|\/)(?:readme|license|licence|contributing|changelog|code_of_conduct|security|authors|maintainers|todo|agents|claude)(?:[.-][\w-]+)?\.\w+$/i.test(
    file,
  )
}
