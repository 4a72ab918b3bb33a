import { listSchedule } from '@/src/domains/publishing/scheduling/listSchedule'
import { ListScheduleInput } from '@/src/domains/publishing/scheduling/schemas'
import { staff } from '@/src/platform/access'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'

/** `GET /api/schedule?collection&id&from&to&limit`: what is planned, as far as the caller may see it. */
export const answerSchedule = defineEndpoint({
  method: 'get',
  path: '/schedule',
  allow: staff,
  body: 'none',
  input: ListScheduleInput,
  run: listSchedule,
})
