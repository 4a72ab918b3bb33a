import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { now } from '@/src/platform/clock'
import { demoImporter } from '../demoImporter'
import { marketQuotes } from '../marketQuotes'
import { findStored } from './findStored'

export async function seedMarketQuotes(req: PayloadRequest): Promise<number> {
  let created = 0
  for (const quote of marketQuotes) {
    if (await findStored(req, 'market-quotes', { symbol: { equals: quote.symbol } })) continue
    // The seeder acts for the installation; nobody is signed in.
    await req.payload.create({
      collection: 'market-quotes',
      data: { ...quote, currency: 'USD', asOf: now().toISOString(), source: demoImporter },
      depth: 0,
      ...asSystem(req),
    })
    created += 1
  }
  return created
}
