import { anonymousRequest } from '@/src/app/anonymousRequest'
import { drawnPath } from '@/src/domains/publishing/openGraph/cardOf'
import { findDrawnCard } from '@/src/domains/publishing/openGraph/findDrawnCard'
import { AppError } from '@/src/platform/errors'

export const dynamic = 'force-dynamic'

interface Context {
  params: Promise<{ id: string; file: string }>
}

/** The picture of a shared article. An address of a former version leads to the present one. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id, file } = await params
  const [, version] = /^([0-9a-f]{16})\.jpg$/.exec(file) ?? []
  if (!version || !uuid.test(id)) return said('There is no such picture.', 404)
  try {
    const { jpeg, version: current } = await findDrawnCard(await anonymousRequest(), { id, version })
    if (!jpeg) return new Response(null, { status: 307, headers: { Location: drawnPath(id, current) } })
    return new Response(new Uint8Array(jpeg), {
      headers: {
        'Content-Type': 'image/jpeg',
        'Content-Length': String(jpeg.length),
        // The address names what is seen; an article may be withdrawn, so not for ever.
        'Cache-Control': 'public, max-age=86400, stale-while-revalidate=604800',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      },
    })
  } catch (error) {
    if (error instanceof AppError) return said(error.message, error.status)
    throw error
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function said(text: string, status: number): Response {
  return new Response(`${text}\n`, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      ...(status === 503 ? { 'Retry-After': '5' } : {}),
    },
  })
}
