/** The kinds of import and what each may be told. */
import { Command, InvalidArgumentError, Option } from 'commander'
import type { ImportInput } from '@/src/domains/publishing/importing'

export type Choose = (input: ImportInput, reportFile: string | undefined) => void

export function importCommands(choose: Choose): Command[] {
  return [markdown(choose), wordpress(choose), ghost(choose), json(choose)]
}

function markdown(choose: Choose): Command {
  const command = new Command('markdown')
    .argument(
      '<dir>',
      'folder (or ZIP of one) of a Jekyll, Hugo or Astro site, of our own export, or any folder of Markdown; the kind is found out',
    )
    .summary('a folder of Markdown or MDX')
    .description(
      'Imports a folder of Markdown or MDX. What the front matter publishes is published; drafts, and documents dated in the future, arrive as drafts. --publish and --draft override that for all.',
    )
    .option('--terms <collection>', 'Jekyll collection whose documents are topics: they become tags')
    .option('--site-url <url>', 'address of the original site, for links to what is not in the folder')
    .option('--time-zone <name>', 'zone of times without one, such as Europe/Berlin')
    .option('--max-file-size <MB>', 'largest document', wholeNumber, 8)
  return withCommonOptions(command).action((path: string, flags: CommonFlags & { maxFileSize: number }) => {
    const { maxFileSize, ...own } = flags
    const input = { ...inputOf(own, path), maxFileBytes: maxFileSize * 1024 * 1024 }
    choose({ kind: 'markdown', ...input }, flags.report)
  })
}

type WordPressFlags = CommonFlags & {
  uploads?: string
  download: boolean
  siteUrl?: string
  types?: string[]
}

function wordpress(choose: Choose): Command {
  const command = new Command('wordpress')
    .argument('<file>', 'XML file that Tools › Export of WordPress made, or a folder or ZIP of several')
    .summary('an export of WordPress')
    .description(
      'Imports posts, pages, authors, categories, tags, files and comments of a WordPress export (WXR). Published posts are published; drafts, private and scheduled ones arrive as drafts. Files are downloaded from the site.',
    )
    .option('--uploads <dir>', 'copy of wp-content/uploads: files in it are not downloaded')
    .option('--no-download', 'leave files on the former site: links lead to them')
    .option('--site-url <url>', 'address of the former site, where the export does not say it')
    .option(
      '--types <names>',
      'types of posts of the site’s own that become articles, such as book,recipe',
      list,
    )
  return withCommonOptions(command).action((path: string, flags: WordPressFlags) => {
    choose({ kind: 'wordpress', ...inputOf(flags, path) }, flags.report)
  })
}

function list(text: string): string[] {
  return text.split(',').map((name) => name.trim())
}

function ghost(choose: Choose): Command {
  const command = new Command('ghost')
    .argument('<file>', 'export of Ghost 2 to 6: its JSON file, or a ZIP of it with pictures and redirects')
    .summary('an export of Ghost')
    .description(
      'Imports posts, pages, tags and authors of a Ghost export. Published posts are published; drafts, scheduled posts and those sent by mail alone arrive as drafts. Members, tiers and staff are kept as private files.',
    )
    .option(
      '--site-url <url>',
      'address of the former site, for pictures and links to what is not in the export',
    )
    .option('--no-download', 'leave files on the former site: links lead to them')
  return withCommonOptions(command).action((path: string, flags: CommonFlags & { download: boolean }) => {
    choose({ kind: 'ghost', ...inputOf(flags, path) }, flags.report)
  })
}

function json(choose: Choose): Command {
  return new Command('json')
    .argument('<file>', 'JSON file that `npm run export -- json` made')
    .summary('an export of this CMS')
    .description(
      'Brings an export of this CMS back: everything under the ids and addresses that it had. What is here already and says something else is left alone.',
    )
    .option('--media <dir>', 'where its media lie, if not beside it')
    .option('--dry-run', 'say what would happen and write nothing')
    .option('--overwrite', 'replace what is here and says something else')
    .option('--limit <n>', 'only the first n articles and pages', wholeNumber)
    .option('--report <file>', 'write the whole report as JSON')
    .action((path: string, { media, ...flags }: CommonFlags & { media?: string }) => {
      choose(
        { kind: 'json', ...inputOf(flags, path), ...(media ? { mediaFolder: media } : {}) },
        flags.report,
      )
    })
}

type CommonFlags = { dryRun?: boolean; publish?: boolean; draft?: boolean; report?: string }

/** What every kind of import may be told. */
function withCommonOptions(command: Command): Command {
  return command
    .option('--dry-run', 'say what would happen and write nothing')
    .addOption(new Option('--publish', 'publish everything, drafts too').conflicts('draft'))
    .addOption(new Option('--draft', 'import everything as a draft'))
    .option('--overwrite', 'replace documents that were edited here since their import')
    .option('--limit <n>', 'only the first n documents', wholeNumber)
    .option('--locale <tag>', 'language of documents that name none')
    .option('--report <file>', 'write the whole report as JSON')
    .addHelpText('after', '\nEnds with an exit code other than 0 only when a document could not be imported.')
}

function inputOf<Flags extends CommonFlags>(
  { dryRun, publish, draft, report: _report, ...flags }: Flags,
  path: string,
) {
  const status = publish ? 'publish' : draft ? 'draft' : 'source'
  return { ...flags, path, status, isDryRun: dryRun } as const
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Give a whole number from 1 up.')
  return value
}
