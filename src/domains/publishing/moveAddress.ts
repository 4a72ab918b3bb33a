import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'

/** Redirects `from` to `to` without making chains or loops: older redirects follow to the new address. */
export async function moveAddress(
  req: PayloadRequest,
  { from, to }: { from: string; to: string },
): Promise<void> {
  // Whoever may change a slug causes its redirect, without a right to edit redirects.
  const authority = asSystem(req)
  await req.payload.delete({
    collection: 'redirects',
    where: { from: { in: [from, to] } },
    depth: 0,
    ...authority,
  })
  await req.payload.update({
    collection: 'redirects',
    where: { to: { equals: from } },
    data: { to },
    depth: 0,
    ...authority,
  })
  await req.payload.create({
    collection: 'redirects',
    data: { from, to, statusCode: '301', origin: 'slug' },
    depth: 0,
    ...authority,
  })
}
