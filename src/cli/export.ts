/** `npm run export -- markdown <dir>`, `-- json <file>`: the whole site, to take it elsewhere or to keep it. */
import { Argument, Command } from 'commander'
import type { Payload } from 'payload'
import {
  type ExportProgress,
  type ExportReport,
  exportCsv,
  exportJson,
  exportMarkdown,
  type TableName,
  tables,
} from '@/src/domains/publishing/exporting'
import { showProgress } from './support/importProgress'
import { runCommand } from './support/runCommand'
import { duration, say } from './support/say'
import { withPayload } from './support/withDatabase'

type Flags = { overwrite?: boolean; media?: boolean; people?: boolean }
type Work = (payload: Payload, onProgress: (progress: ExportProgress) => void) => Promise<ExportReport>

await runCommand(async (args) => {
  let work: Work | undefined
  const program = new Command('npm run export --')
    .description('Takes everything out of this site, in forms that it reads back and others can use.')
    .helpCommand(false)
    .showHelpAfterError()
  program
    .command('markdown')
    .argument('<dir>', 'folder to make')
    .summary('a folder of Markdown with front matter, media and data files')
    .option('--overwrite', 'replace a former export in this folder')
    .option('--people', 'also e-mails of owners and readers’ comments of a former site')
    .action((path: string, { overwrite, people: withPeople }: Flags) => {
      work = (payload, onProgress) => exportMarkdown({ payload }, { path, overwrite, withPeople }, onProgress)
    })
  program
    .command('json')
    .argument('<file>', 'file to make, such as site.json')
    .summary('one JSON file with everything')
    .option('--media', 'copy the media beside it, into a folder of its name: site.media')
    .option('--overwrite', 'replace the file')
    .option('--people', 'also e-mails of owners and readers’ comments of a former site')
    .action((path: string, { overwrite, media: withMedia, people: withPeople }: Flags) => {
      work = (payload, onProgress) =>
        exportJson({ payload }, { path, overwrite, withMedia, withPeople }, onProgress)
    })
  program
    .command('csv')
    .addArgument(new Argument('<list>', 'which list').choices(Object.keys(tables)))
    .argument('<file>', 'file to make, such as tags.csv')
    .summary('one list as a table for spreadsheets')
    .option('--overwrite', 'replace the file')
    .action((table: TableName, path: string, { overwrite }: Flags) => {
      work = (payload) => exportCsv({ payload }, { table, path, overwrite })
    })
  await program.parseAsync(args, { from: 'user' })
  if (work) showExport(await run(work))
})

function run(work: Work): Promise<ExportReport> {
  return withPayload(async (payload) => {
    const progress = showProgress()
    try {
      return await work(payload, ({ done, total, kind }) =>
        progress.update({ done, total: Math.max(done, total), file: kind, outcome: 'imported' }),
      )
    } finally {
      progress.end()
    }
  })
}

function showExport({
  target,
  records,
  drafts,
  mediaFiles,
  missingFiles,
  nodesKept,
  bytes,
  durationMs,
}: ExportReport): void {
  const total = Object.values(records).reduce((sum, count) => sum + count, 0)
  say.line()
  say.line(`${total} records in ${duration(durationMs)}, ${(bytes / 1024 / 1024).toFixed(1)} MB: ${target}`)
  say.line(
    `  ${Object.entries(records)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(' · ')}`,
  )
  if (drafts > 0) say.line(`  ${drafts} drafts beside what is published`)
  if (mediaFiles > 0) say.line(`  ${mediaFiles} media files`)
  if (nodesKept) say.line(`  ${nodesKept} parts that Markdown has no words for stand in it as they are`)
  if (missingFiles.length > 0) {
    say.warning(`${missingFiles.length} media files are gone from the storage:`)
    for (const name of missingFiles.slice(0, 10)) say.line(`  ${name}`)
    process.exitCode = 1
  }
}
