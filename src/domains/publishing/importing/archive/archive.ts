import type { ArchiveHead, ArchiveRecord } from '../../exporting/archiveFormat'
import type { ImportIssue } from '../neutral'

/** An export of ours that was opened, in either form. */
export type Archive = {
  head: ArchiveHead
  /** Records expected, as far as the archive says. */
  total: number
  /** Where it lies, for the report and for the lock. */
  path: string
  form: 'json' | 'markdown'
  /** Every record, from the start each time it is called. */
  records: () => AsyncIterable<ArchiveRecord>
  /** Bytes of a media file, where the archive has it. */
  mediaFile: (filename: string) => Promise<Buffer | undefined>
  /** Filled while the records are read. */
  issues: ImportIssue[]
}
