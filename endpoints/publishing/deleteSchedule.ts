import { cancelSchedule } from '@/src/domains/publishing/scheduling/cancelSchedule'
import { CancelScheduleInput } from '@/src/domains/publishing/scheduling/schemas'
import { staff } from '@/src/platform/access'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'

/** `DELETE /api/schedule/:jobId` */
export const deleteSchedule = defineEndpoint({
  method: 'delete',
  path: '/schedule/:jobId',
  allow: staff,
  body: 'none',
  input: CancelScheduleInput,
  run: cancelSchedule,
})
