import { isAboutTheFolder, joinPath, nameAndDate, type Place, type Placement } from '../site/placement'
import type { SiteConfig } from '../site/siteConfig'
import { parseDate } from '../source/dates'
import { isDocument } from '../source/listFiles'
import { at, type Data, firstString, isData, stringOf } from '../source/values'

const taxonomyFolders = new Set(['tags', 'topics'])
/** Documents at the top, and those of these sections, are pages of the site rather than articles. */
const pageSections = new Set(['page', 'pages'])

export function placeHugo(site: SiteConfig, files: string[]): Place {
  const prefix = files.some((file) => file.startsWith('content/')) ? 'content/' : ''
  const languages = languagesOf(site)
  return (file, data) => {
    if (!isDocument(file) || !file.startsWith(prefix) || isAboutTheFolder(file)) return undefined
    const { path, locale } = withoutLanguage(file.slice(prefix.length), languages)
    const folders = path.split('/').slice(0, -1)
    const { name: base, date } = nameAndDate(path)
    const section = folders[0] ?? ''
    if (base === '_index') return placeIndex(file, data, folders, locale)
    const name = base === 'index' ? (folders.at(-1) ?? 'home') : base
    const within = base === 'index' ? folders.slice(0, -1) : folders
    const bundleDate = base === 'index' ? nameAndDate(`${name}.md`) : { name, date }
    const isPage = section === '' || pageSections.has(section) || (base === 'index' && folders.length < 2)
    return {
      kind: isPage ? 'page' : 'article',
      file,
      name: bundleDate.date ? bundleDate.name : name,
      permalink: permalinkOf(
        data,
        { section, within, name, locale: locale === site.locale ? undefined : locale },
        site,
      ),
      date: date ?? bundleDate.date,
      isDraft: false,
      locale,
      translationKey: locale ? path.replace(/\.[^.]+$/, '') : undefined,
      categories: [],
      collection: section,
    }
  }
}

/** `_index.md` describes a list: of a tag it is that tag's description, elsewhere it has no page of its own here. */
function placeIndex(
  file: string,
  _data: Data,
  folders: string[],
  locale: string | undefined,
): Placement | undefined {
  const [taxonomy = '', name] = folders
  if (!name || folders.length !== 2 || !taxonomyFolders.has(taxonomy)) return undefined
  return {
    kind: 'term',
    file,
    name,
    permalink: joinPath(taxonomy, name, '/'),
    isDraft: false,
    locale,
    categories: [],
    collection: taxonomy,
  }
}

type Position = { section: string; within: string[]; name: string; locale?: string }

function permalinkOf(data: Data, { section, within, name, locale }: Position, site: SiteConfig): string {
  const stated = stringOf(data.url)
  if (stated) return joinPath(stated)
  const slug = stringOf(data.slug) ?? name
  const pattern = firstString(
    { permalinks: at(site.raw, 'permalinks.page') ?? site.raw.permalinks } as Data,
    `permalinks.${section}`,
  )
  const prefix = locale ? `/${locale}` : ''
  if (!pattern) return joinPath(prefix, ...within.map(urlize), urlize(slug), '/')
  const day = parseDate(data.date, site.timeZone) ?? parseDate(data.publishDate, site.timeZone)
  const date = day ? new Date(day) : undefined
  const pad = (value: number | undefined) => String(value ?? '').padStart(2, '0')
  const words: Record<string, string> = {
    year: String(date?.getUTCFullYear() ?? ''),
    month: pad((date?.getUTCMonth() ?? -1) + 1),
    day: pad(date?.getUTCDate()),
    title: urlize(stringOf(data.title) ?? name),
    slug: urlize(slug),
    filename: urlize(name),
    slugorfilename: urlize(slug),
    contentbasename: urlize(name),
    slugorcontentbasename: urlize(slug),
    section: urlize(section),
    sections: within.map(urlize).join('/'),
  }
  return joinPath(
    prefix,
    pattern.replace(/:([a-z]+)(?:\[[^\]]*\])?/g, (whole, key: string) => words[key] ?? whole),
    '/',
  )
}

/** Source: Hugo's `urlize`. */
function urlize(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}_.+~-]/gu, '')
}

function languagesOf(site: SiteConfig): Set<string> {
  const languages = isData(site.raw.languages) ? Object.keys(site.raw.languages) : []
  return new Set(languages.map((language) => language.toLowerCase()))
}

/** `post.fr.md` and `content/fr/post.md`, where `fr` is one of the site's languages. */
function withoutLanguage(path: string, languages: Set<string>): { path: string; locale?: string } {
  const suffixed = /^(.*)\.([a-z]{2}(?:-[a-z]{2,4})?)(\.[^./]+)$/i.exec(path)
  const suffix = suffixed?.[2]?.toLowerCase()
  if (suffixed && suffix && (languages.has(suffix) || (languages.size === 0 && suffix.length === 2))) {
    return { path: `${suffixed[1]}${suffixed[3]}`, locale: suffix }
  }
  const [first = '', ...rest] = path.split('/')
  return rest.length > 0 && languages.has(first.toLowerCase())
    ? { path: rest.join('/'), locale: first.toLowerCase() }
    : { path }
}
