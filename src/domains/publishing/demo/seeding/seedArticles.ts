import type { PayloadRequest } from 'payload'
import { importContent } from '../../importing'
import { demoFolder } from '../demoFolder'
import { demoImporter } from '../demoImporter'

/** @throws Error when an article of ours cannot be written: the demo ships with us and must load whole. */
export async function seedArticles({ payload }: PayloadRequest): Promise<number> {
  const { documents, issues } = await importContent(
    { payload },
    { kind: 'markdown', path: demoFolder, importer: demoImporter },
  )
  const [failure] = issues.filter(({ severity }) => severity === 'error')
  if (failure) throw new Error(`The demo article ${failure.file} was not loaded: ${failure.message}`)
  return documents.imported
}
