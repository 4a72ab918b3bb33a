import { StartRunInput } from '@/src/domains/publishing/importing/runs/schemas'
import { startRun } from '@/src/domains/publishing/importing/runs/startRun'
import { editor } from '@/src/platform/access'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'

/** `POST /api/imports/:id/runs {act: 'check' | 'import' | 'undo'}`: done by a job, which this answers. */
export const startImportRun = defineEndpoint({
  method: 'post',
  path: '/:id/runs',
  allow: editor,
  body: 'json',
  input: StartRunInput,
  run: startRun,
  status: 202,
})
