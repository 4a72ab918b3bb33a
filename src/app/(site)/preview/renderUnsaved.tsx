'use server'

import type { ReactNode } from 'react'
import { findArticleBySlug } from '@/src/domains/publishing/findArticleBySlug'
import { findPageBySlug } from '@/src/domains/publishing/findPageBySlug'
import { articleView } from '../articlePage'
import { pageView } from '../pageView'
import { draftIdOf, visitorRequest } from '../visitorRequest'

/**
 * A draft as it is being typed, `null` for anybody but staff who look at drafts. What was typed is read under the
 * rights of who typed it, and is stored nowhere.
 */
export async function renderUnsaved(
  collection: 'content' | 'pages',
  id: string,
  unsaved: Record<string, unknown>,
): Promise<ReactNode> {
  const draftId = await draftIdOf({ draft: id })
  if (!draftId || typeof unsaved !== 'object' || unsaved === null) return null
  const req = await visitorRequest()
  const addressed = { slug: '', draftId, unsaved }
  if (collection === 'content') {
    const found = await findArticleBySlug(req, addressed)
    return found && articleView(found)
  }
  const page = await findPageBySlug(req, addressed)
  return page && pageView(page)
}
