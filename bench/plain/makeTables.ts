/** Lets Payload make its tables in DATABASE_URL the way `next dev` does, and ends. */
import { getPayload } from 'payload'
import config from './payload.config'

const payload = await getPayload({ config })
await payload.destroy()
process.exit(0)
