import { z } from 'zod'
import { anyone } from '@/src/platform/access'
import { ForbiddenError } from '@/src/platform/errors'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'

/** Stands in front of Payload's own route, which would let a stranger become the first administrator. */
export const firstRegisterClosed = defineEndpoint({
  method: 'post',
  path: '/first-register',
  allow: anyone,
  body: 'none',
  input: z.object({}),
  run: () => {
    throw new ForbiddenError(
      'The first administrator is made when the server starts, not here.',
      'FIRST_REGISTER_CLOSED',
    )
  },
})
