/** `npm run import -- markdown <dir>`: content of another system, with progress and a report. */
import { writeFile } from 'node:fs/promises'
import { Command, InvalidArgumentError, Option } from 'commander'
import { type ImportFolderInput, type ImportReport, importFolder } from '@/src/domains/publishing/importing'
import { showProgress } from './support/importProgress'
import { showReport } from './support/importReport'
import { runCommand } from './support/runCommand'
import { withPayload } from './support/withDatabase'

type Flags = Omit<ImportFolderInput, 'path' | 'status' | 'isDryRun' | 'maxFileBytes'> & {
  dryRun?: boolean
  publish?: boolean
  draft?: boolean
  report?: string
  maxFileSize?: number
}

await runCommand(async (args) => {
  let chosen: { path: string; flags: Flags } | undefined
  const program = new Command('npm run import --')
    .description(
      'Brings content of another system into this site. Run it as often as you like: what has not changed is left alone.',
    )
    .helpCommand(false)
    .showHelpAfterError()
  program
    .command('markdown')
    .argument(
      '<dir>',
      'folder of a Jekyll, Hugo or Astro site, or any folder of Markdown; the kind is found out',
    )
    .summary('a folder of Markdown or MDX')
    .description(
      'Imports a folder of Markdown or MDX. What the front matter publishes is published; drafts, and documents dated in the future, arrive as drafts. --publish and --draft override that for all.',
    )
    .option('--dry-run', 'say what would happen and write nothing')
    .addOption(new Option('--publish', 'publish everything, drafts too').conflicts('draft'))
    .addOption(new Option('--draft', 'import everything as a draft'))
    .option('--overwrite', 'replace documents that were edited here since their import')
    .option('--limit <n>', 'only the first n documents', wholeNumber)
    .option('--locale <tag>', 'language of documents that name none')
    .option('--terms <collection>', 'Jekyll collection whose documents are topics: they become tags')
    .option('--site-url <url>', 'address of the original site, for links to what is not in the folder')
    .option('--time-zone <name>', 'zone of times without one, such as Europe/Berlin')
    .option('--max-file-size <MB>', 'largest document', wholeNumber, 8)
    .option('--report <file>', 'write the whole report as JSON')
    .addHelpText('after', '\nEnds with an exit code other than 0 only when a document could not be imported.')
    .action((path: string, flags: Flags) => {
      chosen = { path, flags }
    })
  await program.parseAsync(args, { from: 'user' })
  if (!chosen) return
  const report = await run(chosen.path, chosen.flags)
  if (chosen.flags.report) await writeFile(chosen.flags.report, `${JSON.stringify(report, null, 2)}\n`)
  showReport(report)
  if (report.documents.failed > 0) process.exitCode = 1
})

function run(
  path: string,
  { dryRun, publish, draft, maxFileSize = 8, ...flags }: Flags,
): Promise<ImportReport> {
  const status = publish ? 'publish' : draft ? 'draft' : 'source'
  const input = { ...flags, path, status, isDryRun: dryRun, maxFileBytes: maxFileSize * 1024 * 1024 } as const
  return withPayload(async (payload) => {
    const progress = showProgress()
    try {
      return await importFolder({ payload }, input, progress.update)
    } finally {
      progress.end()
    }
  })
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Give a whole number from 1 up.')
  return value
}
