import type { PayloadRequest } from 'payload'
import { LinkUnknownError } from '@/src/domains/automation/newsletter/errors'
import type { FoundByLink } from '@/src/domains/automation/newsletter/subscriptionLinks'
import type { SearchParams } from '../addresses'
import { visitorRequest } from '../visitorRequest'

type Find = (req: PayloadRequest, token: string) => Promise<FoundByLink>

/** Whom the page's link leads to, with what it carries; null where it does not work. */
export async function findByLink(
  searchParams: SearchParams,
  find: Find,
): Promise<(FoundByLink & { token: string }) | null> {
  const { token } = await searchParams
  if (typeof token !== 'string') return null
  try {
    return { ...(await find(await visitorRequest(), token)), token }
  } catch (error) {
    if (error instanceof LinkUnknownError) return null
    throw error
  }
}
