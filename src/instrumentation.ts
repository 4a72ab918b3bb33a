/** Next calls this once when the server starts: Payload is loaded before the first visitor comes. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ getPayload }, { default: config }, { log }] = await Promise.all([
    import('payload'),
    import('@/src/app/payloadConfig'),
    import('@/src/platform/log'),
  ])
  await getPayload({ config }).catch((err: unknown) => {
    log.error({ err }, 'Payload could not start yet; the next request tries again')
  })
}
