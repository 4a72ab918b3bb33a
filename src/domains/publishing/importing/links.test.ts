/** Every link of a real publication must arrive; the source is read a second time by other means and compared. */
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { SourceLinks } from './fixtures/sourceLinks'
import { visitNodes } from './lexical/nodes'
import { type ConvertFile, fileConverter } from './markdown/convertFile'
import { FolderFiles } from './markdown/FolderFiles'
import { type FolderEntry, readFolder, type SourceFolder } from './markdown/readFolder'
import { AddressBook, type Destination } from './writer/addressBook'
import { MediaStore } from './writer/mediaStore'
import { planAddresses } from './writer/planAddresses'
import { resolveBody } from './writer/resolveBody'

const source = '../shared/data/optech'
const origin = 'https://bitcoinops.org'

describe.skipIf(!existsSync(source))(`the posts of ${source}`, () => {
  let folder: SourceFolder
  let files: FolderFiles
  let convert: ConvertFile
  let destinations: Map<string, Destination>
  let book: AddressBook
  let posts: FolderEntry[]

  beforeAll(async () => {
    folder = await readFolder(source)
    convert = fileConverter(folder.reader)
    const documents = folder.entries.map(({ metadata }) => metadata)
    const taken = { content: new Map<string, string>(), pages: new Map<string, string>() }
    const planned = planAddresses({
      documents,
      existing: { content: new Map(), pages: new Map() },
      taken,
      locale: 'en',
      issues: [],
    })
    destinations = new Map(planned.map((each) => [each.metadata.sourceId, each]))
    const taxonomyPath = () => undefined
    files = new FolderFiles({ root: folder.root, files: folder.files, origin, basePath: '' })
    book = new AddressBook({ destinations: planned, files, origin, basePath: '', taxonomyPath })
    posts = folder.entries.filter(({ metadata }) => metadata.kind === 'article')
  }, 60_000)

  test('are all there, each with the day of its file name', () => {
    expect(posts).toHaveLength(255)
    for (const { metadata } of posts) {
      expect(metadata.publishedAt).toBe(`${/\d{4}-\d\d-\d\d/.exec(metadata.file)?.[0]}T00:00:00.000Z`)
    }
  })

  test('keep every link, each with its mapped target', async () => {
    const links = new SourceLinks(source, origin)
    const missing: string[] = []
    let compared = 0
    for (const entry of posts) {
      const found = await targetsIn(entry)
      for (const href of links.linksOf(entry.metadata.file)) {
        compared += 1
        const target = plain(links.expected(href))
        const left = found.get(target) ?? 0
        if (left === 0) missing.push(`${entry.metadata.file}: ${href} as ${target}`)
        found.set(target, Math.max(0, left - 1))
      }
    }
    expect(missing).toEqual([])
    expect(compared).toBeGreaterThan(10_000)
  }, 300_000)

  async function targetsIn({ metadata, page }: FolderEntry): Promise<Map<string, number>> {
    const body = await convert({ file: metadata.file, sourceId: metadata.sourceId, page })
    const planned = destinations.get(metadata.sourceId)?.metadata ?? metadata
    const media = new MediaStore({ payload: undefined as never, importer: 'test', files })
    const resolved = await resolveBody({ ...planned, ...body }, book, media)
    const fileOf = new Map(resolved.files.map(({ file, digest }) => [`file:${digest}`, file]))
    const found = new Map<string, number>()
    visitNodes(resolved.body.root, ({ fields, value }) => {
      for (const address of [fields?.url, value]) {
        if (typeof address !== 'string') continue
        const target = plain(fileOf.get(address) ?? address)
        found.set(target, (found.get(target) ?? 0) + 1)
      }
    })
    return found
  }
})

/** Two libraries escape the same address differently. */
function plain(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
