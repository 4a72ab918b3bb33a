import { Readable } from 'node:stream'
import { SubscribersTableInput } from '@/src/domains/automation/newsletter/schemas'
import { subscribersTable } from '@/src/domains/automation/newsletter/subscribersTable'
import { editor } from '@/src/platform/access'
import { now } from '@/src/platform/clock'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'

/** `GET /api/subscribers/table?where=…`: those that a list with the same question shows, all of them, as CSV. */
export const answerSubscribersTable = defineEndpoint({
  method: 'get',
  path: '/table',
  allow: editor,
  body: 'none',
  input: SubscribersTableInput,
  run: async (req, input) => {
    const lines = await subscribersTable(req, input)
    const name = `subscribers-${now().toISOString().slice(0, 10)}.csv`
    return new Response(Readable.toWeb(Readable.from(lines, { objectMode: false })) as ReadableStream, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    })
  },
})
