import config from '@/src/app/payloadConfig'
import { restRoute } from '@/src/platform/http/restRoute'

const route = restRoute(config)

export {
  route as DELETE,
  route as GET,
  route as HEAD,
  route as OPTIONS,
  route as PATCH,
  route as POST,
  route as PUT,
}
