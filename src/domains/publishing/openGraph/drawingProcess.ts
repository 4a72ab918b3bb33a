/** The process that draws, started by `drawApart`: it lives as long as there is something to draw, and its parent does. */
import type { Card, CardPictures } from './Card'
import { drawCard } from './drawCard'

export interface Order {
  card: Card
  pictures: CardPictures
}

export type Delivery = { jpeg: Uint8Array } | { fault: string }

process.on('message', async ({ card, pictures }: Order) => {
  process.send?.(await deliver(card, pictures))
})
process.on('disconnect', () => process.exit(0))

async function deliver(card: Card, { cover, logo }: CardPictures): Promise<Delivery> {
  try {
    return {
      jpeg: await drawCard(card, {
        // What comes from another process is plain bytes.
        cover: cover && Buffer.from(cover),
        logo: logo && { ...logo, png: Buffer.from(logo.png) },
      }),
    }
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
