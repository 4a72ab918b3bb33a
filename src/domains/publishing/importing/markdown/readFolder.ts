/** First pass over a folder: what is in it, where each document belongs and what its front matter says. */
import { realpath, stat } from 'node:fs/promises'
import pMap from 'p-map'
import { AppError } from '@/src/platform/errors'
import { DocumentError, type ImportIssue, type NeutralMetadata } from '../neutral'
import type { ReaderContext } from './convertFile'
import { placeHugo } from './hugo/placeHugo'
import { jekyllLayout, termCategoriesOf } from './jekyll/placeJekyll'
import { jekyllSite, readIncludes } from './jekyll/siteVariables'
import { metadataOf } from './site/metadataOf'
import type { Place, Placement } from './site/placement'
import { placeAstro, placePlain } from './site/placeOthers'
import { readPeople } from './site/readPeople'
import { detectFlavour, readSiteConfig, type SiteConfig } from './site/siteConfig'
import { splitFrontMatter } from './source/frontMatter'
import { isDocument, listFiles } from './source/listFiles'
import { defaultMaxFileBytes, readText } from './source/readText'
import type { Data } from './source/values'

export type FolderEntry = {
  metadata: NeutralMetadata
  /** Categories a term belongs to. */
  termCategories: string[]
  collection?: string
  /** What Liquid calls `page`, beside the document's own front matter. */
  page: Data
}

export type SourceFolder = {
  root: string
  site: SiteConfig
  /** Every file, for links to pictures and downloads. */
  files: ReadonlySet<string>
  entries: FolderEntry[]
  issues: ImportIssue[]
  reader: ReaderContext
}

export type FolderOptions = { terms?: string; siteUrl?: string; timeZone?: string; maxFileBytes?: number }

const concurrency = 8

/** @throws AppError when there is no such folder. */
export async function readFolder(path: string, options: FolderOptions = {}): Promise<SourceFolder> {
  const root = await folderAt(path)
  const issues: ImportIssue[] = []
  const files = await listFiles(root, issues)
  const flavour = detectFlavour(files)
  const configured = await readSiteConfig(root, files, flavour, issues)
  const site = {
    ...configured,
    url: options.siteUrl?.replace(/\/+$/, '') ?? configured.url,
    timeZone: options.timeZone ?? configured.timeZone,
  }
  const people = await readPeople(root, files, issues)
  const wanted = new Set<string>()
  const withFrontMatter = new Set<string>()
  const layout = layoutOf(site, files, options, withFrontMatter)
  const maxBytes = options.maxFileBytes ?? defaultMaxFileBytes

  const read = async (file: string): Promise<FolderEntry | undefined> => {
    const { text, warning } = await readText(root, file, maxBytes)
    collectFragments(text, wanted)
    const { data, has } = splitFrontMatter(text)
    if (has) withFrontMatter.add(file)
    if (flavour === 'jekyll' && !has && !/(?:^|\/)_(?:posts|drafts)\//.test(file)) return undefined
    const placed = layout.place(file, data)
    if (!placed) return undefined
    const merged = { ...layout.defaultsFor(file, placed.collection ?? ''), ...data }
    const placement = layout.place(file, merged) ?? placed
    if (warning) issues.push({ ...warning, severity: 'warning', file })
    const report = (issue: { code: string; message: string; line?: number }) =>
      issues.push({ ...issue, severity: 'warning', file })
    // A picture that every document gets by default is the site's logo, and no document's cover.
    const own = { ...merged, image: data.image, cover: data.cover }
    return entryOf(metadataOf({ data: own, placement, site, people, report }), placement, merged)
  }

  const found = await pMap(files.filter(isDocument), (file) => reported(file, issues, () => read(file)), {
    concurrency,
  })
  const entries = found.filter((entry) => entry !== undefined)
  const includes = flavour === 'jekyll' ? await readIncludes(root, files, issues) : {}
  for (const text of Object.values(includes)) collectFragments(text, wanted)
  const variables = flavour === 'jekyll' ? await jekyllSite(root, files, site, entries, issues) : {}
  const reader = {
    root,
    flavour,
    includes,
    site: variables,
    timeZone: site.timeZone,
    wanted: [...wanted],
    maxBytes,
  }
  return { root, site, files: new Set(files), entries, issues, reader }
}

async function folderAt(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isDirectory()) {
    throw new AppError('IMPORT_FOLDER_MISSING', `There is no folder at ${path}.`, 400)
  }
  return realpath(path)
}

type Layout = { place: Place; defaultsFor: (file: string, type: string) => Data }

function layoutOf(
  site: SiteConfig,
  files: string[],
  options: FolderOptions,
  withFrontMatter: Set<string>,
): Layout {
  const noDefaults = () => ({})
  switch (site.flavour) {
    case 'jekyll':
      return jekyllLayout(site, options)
    case 'hugo':
      return { place: placeHugo(site, files), defaultsFor: noDefaults }
    case 'astro':
      return { place: placeAstro, defaultsFor: noDefaults }
    case 'plain':
      return { place: placePlain((file) => withFrontMatter.has(file)), defaultsFor: noDefaults }
    default:
      return site.flavour satisfies never
  }
}

function entryOf(metadata: NeutralMetadata, placement: Placement, data: Data): FolderEntry {
  const singular = (placement.collection ?? '').replace(/ies$/, 'y').replace(/s$/, '')
  return {
    metadata,
    termCategories:
      placement.kind === 'term'
        ? termCategoriesOf(data, singular).length > 0
          ? termCategoriesOf(data, singular)
          : metadata.categories
        : [],
    collection: placement.collection,
    page: {
      ...data,
      title: metadata.title,
      slug: metadata.slug,
      url: metadata.permalink,
      path: metadata.file,
      date: metadata.publishedAt,
      collection: placement.collection,
    },
  }
}

/** Fragments that addresses in a text end with; a few false ones do no harm. */
function collectFragments(text: string, wanted: Set<string>): void {
  for (const [, fragment] of text.matchAll(/#([\p{L}\p{N}_][\p{L}\p{N}_.:-]*)(?=["'\s)\]>]|$)/gu)) {
    if (fragment) wanted.add(fragment)
  }
}

async function reported<Value>(
  file: string,
  issues: ImportIssue[],
  work: () => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    const { code, message, line } = error
    issues.push({ code, severity: 'error', file, message, ...(line === undefined ? {} : { line }) })
    return undefined
  }
}
