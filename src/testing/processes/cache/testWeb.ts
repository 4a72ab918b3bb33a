/** The front, REST and the cache of a web process, without Next: pages are the browser tests' affair. */
import { getPayload } from 'payload'
import config from '@/payload.config'
import { answers, openCaches, openSharedAnswers } from '@/src/platform/cache/answers'
import { listenToChanges } from '@/src/platform/cache/listenToChanges'
import { withCache } from '@/src/platform/cache/withCache'
import { env } from '@/src/platform/env'
import { apiHandler, contentPolicy, createFront } from '@/src/platform/front'
import { apiRoute } from '@/src/platform/http/apiRoute'
import { trustedOrigins } from '@/src/platform/http/trustedOrigins'

await getPayload({ config })
const shared = openSharedAnswers('test')
const listener = await listenToChanges(env.DATABASE_URL)
const handler = withCache(apiHandler(apiRoute(config)), {
  cache: answers(),
  shared,
  origins: new Set(trustedOrigins()),
  isPublicApi: (segments) => segments.length <= 2,
})
const front = createFront({
  handler: () => handler,
  trustProxy: [],
  policy: contentPolicy({ frames: [], scripts: [], isDev: false }),
  routes: {
    '/figures': async () => ({
      status: 200,
      body: { ...answers().read(), isOpen: answers().isOpen, redis: shared?.figures },
    }),
    '/deafen': async () => {
      await listener.close()
      openCaches(false)
      return { status: 200, body: {} }
    },
  },
})
front.server.listen(0, '127.0.0.1', () => {
  const address = front.server.address()
  console.log(`LISTENING ${typeof address === 'object' ? address?.port : ''}`)
})
