import { createLocalReq } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import type { Outcome } from '../report'
import { type RedirectPlan, writeRedirects } from './redirects'
import type { ResolvedBody } from './resolveBody'
import { type DocumentFields, placeFiles, type WriteSession } from './writeDocument'

type PageInput = { fields: DocumentFields; resolved: ResolvedBody; redirects: RedirectPlan[] }

/** A page of the site is made once; from then on it belongs to its editors, since pages carry no source. */
export async function writePage(
  session: WriteSession,
  { fields, resolved, redirects }: PageInput,
): Promise<Outcome> {
  const { payload, taken, options, report } = session
  if (taken.pages.has(`${fields.locale}/${fields.slug}`)) return 'unchanged'
  if ((fields.body.root.children ?? []).length === 0) return 'skipped'
  if (options.isDryRun) return 'imported'
  await placeFiles(session, { file: fields.slug } as never, resolved)
  const { title, slug, locale, seo, publishedAt, _status } = fields
  const layout = [{ blockType: 'richText', content: resolved.body }]
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    await req.payload.create({
      collection: 'pages',
      data: { title, slug, locale, seo, layout, _status, ...(publishedAt ? { publishedAt } : {}) } as never,
      draft: _status === 'draft',
      depth: 0,
      select: { slug: true },
      // Imports act for the site, not for one of its users.
      ...asSystem(req),
    })
    await writeRedirects(req, redirects)
  })
  report.redirects += redirects.length
  return 'imported'
}
