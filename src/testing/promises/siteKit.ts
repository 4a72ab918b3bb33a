/** The routes of the site that answer machines, called as Next calls them. */
import { env } from '@/src/platform/env'
import { testPayload } from '@/src/testing/harness'

type Params = Record<string, string>
type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response> | Response
type Load = () => Promise<{ GET: Handler }>

const lists: Record<string, Record<string, Load>> = {
  categories: {
    'feed.xml': () => import('@/src/app/(site)/categories/[slug]/feed.xml/route'),
    'atom.xml': () => import('@/src/app/(site)/categories/[slug]/atom.xml/route'),
    'feed.json': () => import('@/src/app/(site)/categories/[slug]/feed.json/route'),
  },
  tags: {
    'feed.xml': () => import('@/src/app/(site)/tags/[slug]/feed.xml/route'),
    'atom.xml': () => import('@/src/app/(site)/tags/[slug]/atom.xml/route'),
    'feed.json': () => import('@/src/app/(site)/tags/[slug]/feed.json/route'),
  },
  authors: {
    'feed.xml': () => import('@/src/app/(site)/authors/[username]/feed.xml/route'),
    'atom.xml': () => import('@/src/app/(site)/authors/[username]/atom.xml/route'),
    'feed.json': () => import('@/src/app/(site)/authors/[username]/feed.json/route'),
  },
}

const fixed: Record<string, Load> = {
  '/feed.xml': () => import('@/src/app/(site)/feed.xml/route'),
  '/atom.xml': () => import('@/src/app/(site)/atom.xml/route'),
  '/feed.json': () => import('@/src/app/(site)/feed.json/route'),
  '/sitemap.xml': () => import('@/src/app/sitemap.xml/route'),
  '/llms.txt': () => import('@/src/app/llms.txt/route'),
  '/indexnow.txt': () => import('@/src/app/indexnow.txt/route'),
}

/** The answer to an anonymous GET. */
export async function askSite(path: string): Promise<Response> {
  return answerSite(new Request(`${env.SITE_URL}${path}`))
}

export async function answerSite(request: Request): Promise<Response> {
  await testPayload()
  const found = routeOf(new URL(request.url).pathname)
  if (!found) return new Response(null, { status: 404 })
  const { GET } = await found.load()
  return GET(request, { params: Promise.resolve(found.params) as Promise<never> })
}

function routeOf(path: string): { load: Load; params: Params } | null {
  const [, first = '', second = '', third = '', fourth = ''] = path.split('/')
  const whole = fixed[path]
  if (whole) return { load: whole, params: {} }
  const list = lists[first]?.[third]
  if (list) return { load: list, params: { [first === 'authors' ? 'username' : 'slug']: second } }
  if (first === 'sitemaps')
    return { load: () => import('@/src/app/sitemaps/[file]/route'), params: { file: second } }
  if (first === 'og')
    return {
      load: () => import('@/src/app/og/articles/[id]/[file]/route'),
      params: { id: third, file: fourth },
    }
  return null
}
