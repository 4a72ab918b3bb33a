/** `npm run import -- <kind> <path>`: content of another system, with progress and a report. */
import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import { type ImportInput, importContent } from '@/src/domains/publishing/importing'
import { importCommands } from './support/importCommands'
import { showProgress } from './support/importProgress'
import { showReport } from './support/importReport'
import { runCommand } from './support/runCommand'
import { withPayload } from './support/withDatabase'

await runCommand(async (args) => {
  let chosen: { input: ImportInput; reportFile?: string } | undefined
  const program = new Command('npm run import --')
    .description(
      'Brings content of another system into this site. Run it as often as you like: what has not changed is left alone.',
    )
    .helpCommand(false)
    .showHelpAfterError()
  for (const command of importCommands((input, reportFile) => {
    chosen = { input, reportFile }
  }))
    program.addCommand(command)
  await program.parseAsync(args, { from: 'user' })
  if (!chosen) return
  const { input, reportFile } = chosen
  const report = await withPayload(async (payload) => {
    const progress = showProgress()
    try {
      return await importContent({ payload }, input, progress.update)
    } finally {
      progress.end()
    }
  })
  if (reportFile) await writeFile(reportFile, `${JSON.stringify(report, null, 2)}\n`)
  showReport(report)
  if (report.documents.failed > 0) process.exitCode = 1
})
