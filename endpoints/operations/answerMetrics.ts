import { z } from 'zod'
import { renderMetrics } from '@/src/domains/operations/renderMetrics'
import { anyone, isAdmin } from '@/src/platform/access'
import { ForbiddenError, SignInRequiredError } from '@/src/platform/errors'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'
import { metricsType } from '@/src/platform/metrics'
import { mayScrape } from '@/src/platform/metrics/mayScrape'
import { impatientPool } from '@/src/platform/postgres/impatientPool'

/** Apart from Payload's: a pool that has run dry is among the things to be told. */
let pool: ReturnType<typeof impatientPool> | undefined

/** `GET /api/metrics`: for administrators, and for whoever has METRICS_TOKEN. */
export const answerMetrics = defineEndpoint({
  method: 'get',
  path: '/metrics',
  allow: anyone,
  body: 'none',
  input: z.object({}),
  run: async (req) => {
    if (!isAdmin(req) && !mayScrape(req.headers.get('authorization')))
      throw req.user ? new ForbiddenError() : new SignInRequiredError()
    pool ??= impatientPool('metrics', 1)
    return new Response(await renderMetrics(pool), {
      headers: { 'Content-Type': metricsType, 'Cache-Control': 'no-store' },
    })
  },
})
