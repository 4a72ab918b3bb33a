import { REST_OPTIONS } from '@payloadcms/next/routes'
import config from '@/src/app/payloadConfig'
import { graphqlRoute } from '@/src/platform/http/graphqlRoute'

const route = graphqlRoute(config)

export { route as GET, route as POST }
export const OPTIONS = REST_OPTIONS(config)
