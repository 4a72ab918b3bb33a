import { createHash } from 'node:crypto'
import { createLocalReq, type Payload } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import type { ApartFile } from '../source'

/** Keeps what has no place here yet as private files, each text once. @returns their names. */
export async function keepApart(
  payload: Payload,
  importer: string,
  files: ApartFile[],
  isDryRun: boolean,
): Promise<string[]> {
  const names: string[] = []
  for (const { name, purpose, text } of files) {
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 8)
    const filename = name.replace(/(\.\w+)$/, `-${hash}$1`)
    names.push(filename)
    if (isDryRun) continue
    const req = await createLocalReq({}, payload)
    await inTransaction(req, async () => {
      const where = { filename: { equals: filename } }
      // The import acts for the site: such files belong to nobody and only administrators see them.
      const { totalDocs } = await payload.count({ collection: 'files', where, ...asSystem(req) })
      if (totalDocs > 0) return
      const data = Buffer.from(text)
      await payload.create({
        collection: 'files',
        data: { purpose: `${purpose} (${importer})`.slice(0, 120) },
        file: { name: filename, data, mimetype: mimeTypeOf(filename), size: data.length },
        depth: 0,
        ...asSystem(req),
      })
    })
  }
  return names
}

function mimeTypeOf(filename: string): string {
  return filename.endsWith('.csv') ? 'text/csv' : 'application/json'
}
