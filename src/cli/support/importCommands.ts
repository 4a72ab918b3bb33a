/** The kinds of import and what each may be told. */
import { Command, InvalidArgumentError, Option } from 'commander'
import type { ImportInput } from '@/src/domains/publishing/importing'

export type Choose = (input: ImportInput, reportFile: string | undefined) => void

export function importCommands(choose: Choose): Command[] {
  return [markdown(choose)]
}

function markdown(choose: Choose): Command {
  const command = new Command('markdown')
    .argument(
      '<dir>',
      'folder of a Jekyll, Hugo or Astro site, or any folder of Markdown; the kind is found out',
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
