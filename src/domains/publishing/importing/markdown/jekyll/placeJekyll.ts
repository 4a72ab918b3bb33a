import { isAboutTheFolder, joinPath, nameAndDate, type Place, type Placement } from '../site/placement'
import type { SiteConfig } from '../site/siteConfig'
import { parseDate } from '../source/dates'
import { isDocument } from '../source/listFiles'
import { type Data, firstString, isData, isFalse, listOf, stringOf } from '../source/values'

/** Collections whose documents describe words rather than being read as articles. */
const termNames = /^(?:topics|tags|categories|terms|glossary|keywords|subjects)$/

export type JekyllLayout = {
  place: Place
  collections: Record<string, Data>
  defaultsFor: (file: string, type: string) => Data
}

export function jekyllLayout(site: SiteConfig, stated: { terms?: string }): JekyllLayout {
  const collections = collectionsOf(site.raw)
  const folder = firstString(site.raw, 'collections_dir')?.replace(/^\/+|\/+$/g, '')
  const excluded = listOf(site.raw.exclude).map((path) => path.replace(/^\/+|\/+$/g, ''))
  const defaultsFor = (file: string, type: string) => defaultsOf(site.raw, file, type)
  const place: Place = (file, data) => {
    if (!isDocument(file)) return undefined
    const path = folder && file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file
    const post = /^(?:(.*)\/)?_(posts|drafts)\/(.+)$/.exec(path)
    if (post) return placePost(file, data, site, { above: post[1] ?? '', isDraft: post[2] === 'drafts' })
    const own = /^_([^/]+)\/(.+)$/.exec(path)
    if (own)
      return placeInCollection(file, data, site, {
        name: own[1] ?? '',
        path: own[2] ?? '',
        collections,
        terms: stated.terms,
      })
    if (excluded.some((prefix) => file === prefix || file.startsWith(`${prefix}/`)) || /(?:^|\/)_/.test(path))
      return undefined
    return isAboutTheFolder(file) ? undefined : placePage(file, data, site)
  }
  return { place, collections, defaultsFor }
}

function collectionsOf(raw: Data): Record<string, Data> {
  const value = raw.collections
  const names = Array.isArray(value)
    ? value.flatMap((name) => stringOf(name) ?? [])
    : isData(value)
      ? Object.keys(value)
      : []
  return Object.fromEntries(
    names.map((name) => [name, isData(value) && isData(value[name]) ? (value[name] as Data) : {}]),
  )
}

/** Values of `defaults` whose scope holds the file, the narrower ones last. */
function defaultsOf(raw: Data, file: string, type: string): Data {
  const scopes = Array.isArray(raw.defaults) ? raw.defaults.filter(isData) : []
  const matching = scopes.flatMap((each) => {
    const path = (firstString(each, 'scope.path') ?? '').replace(/^\/+|\/+$/g, '').replace(/\*.*$/, '')
    const scopeType = firstString(each, 'scope.type')
    const holds =
      (path === '' || file === path || file.startsWith(path)) && (!scopeType || scopeType === type)
    return holds && isData(each.values)
      ? [{ values: each.values, weight: path.length + (scopeType ? 0.5 : 0) }]
      : []
  })
  return Object.assign(
    {},
    ...matching.sort((a, b) => a.weight - b.weight).map(({ values }) => values),
  ) as Data
}

function placePost(
  file: string,
  data: Data,
  site: SiteConfig,
  { above, isDraft }: { above: string; isDraft: boolean },
): Placement {
  const { name, date } = nameAndDate(file)
  const folders = above.split('/').filter((part) => part !== '' && !part.startsWith('_'))
  const stated = listOf(data.categories ?? data.category, /,|\s+/)
  const all = [...new Set([...folders, ...stated])]
  const template =
    stringOf(data.permalink) ??
    styles[firstString(site.raw, 'permalink') ?? 'date'] ??
    firstString(site.raw, 'permalink') ??
    ''
  const day = parseDate(data.date, 'UTC') ?? parseDate(date, 'UTC')
  return {
    kind: 'article',
    file,
    name,
    date,
    isDraft,
    permalink: fill(
      template,
      {
        title: stringOf(data.slug) ?? name,
        slug: stringOf(data.slug) ?? name,
        name,
        categories: all.join('/').toLowerCase(),
        collection: 'posts',
        path: name,
      },
      day,
    ),
    categories: folders,
    collection: 'posts',
  }
}

type CollectionPath = { name: string; path: string; collections: Record<string, Data>; terms?: string }

function placeInCollection(
  file: string,
  data: Data,
  site: SiteConfig,
  { name, path, collections, terms }: CollectionPath,
): Placement | undefined {
  const settings = collections[name]
  if (!settings && name !== terms) return undefined
  const stem = path.replace(/\.[^./]+$/, '')
  const { name: title, date } = nameAndDate(path)
  const template =
    stringOf(data.permalink) ??
    firstString(settings ?? {}, 'permalink') ??
    (site.raw.permalink === 'pretty' ? '/:collection/:path/' : '/:collection/:path.html')
  const permalink = fill(
    styles[template] ?? template,
    {
      title: stringOf(data.slug) ?? title,
      slug: stringOf(data.slug) ?? title,
      name: title,
      path: stem,
      collection: name,
      categories: '',
    },
    parseDate(data.date ?? date, 'UTC'),
  )
  const kind = isTermCollection(name, data, terms) ? 'term' : 'article'
  const isHidden = isFalse(settings?.output) || settings?.output === undefined
  if (kind === 'article' && isHidden && name !== 'pages') return undefined
  return {
    kind: name === 'pages' ? 'page' : kind,
    file,
    name: title,
    date,
    isDraft: false,
    permalink,
    categories: kind === 'article' && name !== 'pages' ? [name] : [],
    collection: name,
  }
}

/** A collection of terms is named so, or its documents name the categories of a term (`topic-categories`). */
function isTermCollection(name: string, data: Data, stated: string | undefined): boolean {
  if (stated !== undefined) return stated === name
  const singular = name.replace(/ies$/, 'y').replace(/s$/, '')
  return termNames.test(name) || termCategoriesOf(data, singular).length > 0
}

export function termCategoriesOf(data: Data, singular: string): string[] {
  return listOf(data[`${singular}-categories`] ?? data[`${singular}_categories`])
}

function placePage(file: string, data: Data, site: SiteConfig): Placement {
  const { name, date } = nameAndDate(file)
  const stem = file.replace(/\.[^./]+$/, '')
  const isPretty = firstString(site.raw, 'permalink') === 'pretty'
  const plain =
    name === 'index' ? joinPath(stem.replace(/index$/, '')) : joinPath(isPretty ? `${stem}/` : `${stem}.html`)
  const parent = stem.split('/').at(-2)
  return {
    kind: 'page',
    file,
    name: name === 'index' && parent ? parent : name,
    date,
    isDraft: false,
    permalink: stringOf(data.permalink) ? joinPath(String(data.permalink)) : plain,
    categories: [],
    collection: 'pages',
  }
}

const styles: Record<string, string> = {
  date: '/:categories/:year/:month/:day/:title.html',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title.html',
  weekdate: '/:categories/:year/W:week/:short_day/:title.html',
  none: '/:categories/:title.html',
}

function fill(template: string, words: Record<string, string>, day: string | undefined): string {
  const date = day ? new Date(day) : undefined
  const pad = (value: number, size = 2) => String(value).padStart(size, '0')
  const parts: Record<string, string> = {
    ...words,
    output_ext: '.html',
    ...(date
      ? {
          year: String(date.getUTCFullYear()),
          short_year: String(date.getUTCFullYear()).slice(2),
          month: pad(date.getUTCMonth() + 1),
          i_month: String(date.getUTCMonth() + 1),
          day: pad(date.getUTCDate()),
          i_day: String(date.getUTCDate()),
          hour: pad(date.getUTCHours()),
          minute: pad(date.getUTCMinutes()),
          second: pad(date.getUTCSeconds()),
          y_day: pad(
            Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1,
            3,
          ),
        }
      : {}),
  }
  return joinPath(
    template.replace(
      /:([a-z_]+)/g,
      (whole, key: string) => parts[key] ?? (key in words || date ? whole : ''),
    ),
  )
}
