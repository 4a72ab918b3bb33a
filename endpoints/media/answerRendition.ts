import { z } from 'zod'
import { findRendition } from '@/src/domains/media'
import { anyone } from '@/src/platform/access'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'

/** Public like the originals: `GET /api/media/renditions/<stem>.<size>.<format>`. */
export const answerRendition = defineEndpoint({
  method: 'get',
  path: '/renditions/:file',
  allow: anyone,
  body: 'none',
  input: z.object({ file: z.string().max(200) }),
  run: async (req, input) => {
    const { bytes, mimeType, cacheControl } = await findRendition(req, input)
    return new Response(bytes, {
      headers: {
        'Content-Type': mimeType,
        'Cache-Control': cacheControl,
        'X-Content-Type-Options': 'nosniff',
      },
    })
  },
})
