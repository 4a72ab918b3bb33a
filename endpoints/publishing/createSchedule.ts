import { schedulePublication } from '@/src/domains/publishing/scheduling/schedulePublication'
import { SchedulePublicationInput } from '@/src/domains/publishing/scheduling/schemas'
import { staff } from '@/src/platform/access'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'

/** `POST /api/schedule {collection, id, publishAt?, unpublishAt?}`: answers both jobs. */
export const createSchedule = defineEndpoint({
  method: 'post',
  path: '/schedule',
  allow: staff,
  body: 'json',
  input: SchedulePublicationInput,
  run: schedulePublication,
})
