/** Places of documents in an Astro project and in a plain folder. */
import { isDocument } from '../source/listFiles'
import { type Data, isTrue, stringOf } from '../source/values'
import { isAboutTheFolder, joinPath, nameAndDate, type Place } from './placement'

const pageCollections = /^(?:pages?)$/
const skippedCollections = /^(?:authors?|config|i18n|snippets|components)$/

export const placeAstro: Place = (file, data) => {
  if (!isDocument(file) || isAboutTheFolder(file)) return undefined
  const found =
    /^(?:src\/content|src\/data|src\/pages|content)\/(?:([^/]+)\/)?(.+)$/.exec(file) ??
    /^src\/(?:([^/]+)\/)?(.+)$/.exec(file)
  if (!found) return undefined
  const [, collection = '', path = ''] = found
  if (skippedCollections.test(collection) || /(?:^|\/)_/.test(path)) return undefined
  const { name: base, date } = nameAndDate(file)
  const folders = path.split('/').slice(0, -1)
  const name = base === 'index' ? (folders.at(-1) ?? collection) : base
  const within = base === 'index' ? folders.slice(0, -1) : folders
  const address = stringOf(data.slug) ?? [...within, date ? `${date}-${name}` : name].join('/')
  const isPage =
    collection === '' ||
    pageCollections.test(collection) ||
    (file.startsWith('src/pages/') && folders.length === 0 && collection === '')
  return {
    kind: isPage ? 'page' : 'article',
    file,
    name,
    permalink: joinPath(isPage ? '' : collection, address, '/'),
    date,
    isDraft: false,
    categories: [],
    collection,
  }
}

export function placePlain(hasFrontMatter: (file: string) => boolean): Place {
  return (file, data: Data) => {
    if (!isDocument(file) || (isAboutTheFolder(file) && !hasFrontMatter(file))) return undefined
    const { name: base, date } = nameAndDate(file)
    const folders = file.split('/').slice(0, -1)
    const name = base.toLowerCase() === 'index' || base === '_index' ? (folders.at(-1) ?? 'index') : base
    const stated = stringOf(data.permalink) ?? stringOf(data.url)
    const path = /^index$/i.test(base) ? folders.join('/') : file.replace(/\.[^./]+$/, '')
    return {
      kind: isTrue(data.page) || data.type === 'page' ? 'page' : 'article',
      file,
      name,
      permalink: stated?.startsWith('/') ? stated : joinPath(path),
      date,
      isDraft: /(?:^|\/)_?drafts\//i.test(file),
      categories: [],
      collection: folders[0],
    }
  }
}
