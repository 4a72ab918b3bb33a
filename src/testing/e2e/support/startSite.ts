/** Starts the site with the very command that its users type, on a database and a data folder of its own. */
import { createServer } from 'node:net'
import { aPlace, type Place, runOurs } from '../../processes/support/runOurs'

/** The administrator of the browser tests. */
export const administrator = { email: 'ada@example.com', password: 'correct horse battery staple' }

const startTimeoutMs = 600_000

export default async function startSite(): Promise<() => Promise<void>> {
  // Whoever writes tests may keep a site running, with this administrator, and name it.
  if (process.env.MASTHEAD_E2E_URL) return async () => {}
  const port = await freePort()
  const url = `http://localhost:${port}`
  const place = aPlace({
    PORT: String(port),
    SITE_URL: url,
    SEED_DEMO: 'true',
    APP_ENV: 'production',
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
  })
  const site = runOurs(place, 'start')
  const stop = async () => {
    site.child.kill('SIGTERM')
    await site.ended
    place.remove()
  }
  try {
    await site.until(/Ready/, startTimeoutMs)
  } catch (error) {
    await stop()
    throw error
  }
  // Workers of Playwright are started afterwards and inherit it.
  process.env.MASTHEAD_E2E_URL = url
  process.env.MASTHEAD_E2E_PLACE = JSON.stringify(place)
  return stop
}

/** Where the site's commands can be run; none when somebody else keeps it running. */
export function placeOfSite(): Place | undefined {
  const place = process.env.MASTHEAD_E2E_PLACE
  return place ? (JSON.parse(place) as Place) : undefined
}

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = address && typeof address === 'object' ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
