import { createLocalReq, getPayload, type PayloadRequest } from 'payload'
import config from './payloadConfig'

/** A request of nobody in particular, for what is answered to everyone alike. */
export async function anonymousRequest(): Promise<PayloadRequest> {
  return createLocalReq({}, await getPayload({ config }))
}
