import { z } from 'zod'
import { channels, Listener } from '../bus'
import { log } from '../log'
import { hearOf, openCaches } from './answers'
import type { ToldChange } from './OwnWrites'

const Word = z.object({
  of: z.string().optional(),
  ids: z.array(z.string()).optional(),
  keys: z.array(z.string()).optional(),
  terms: z.array(z.string()).optional(),
  by: z.string().nullish(),
})

/** Opens the cache while the database tells of changes, and empties it whenever words may have been missed. */
export async function listenToChanges(address: string): Promise<Listener> {
  const listener = new Listener(channels.changes, {
    address,
    onWord: (word) => void hearOf(parse(word)),
    onConnect: () => openCaches(true),
    onDisconnect: () => {
      openCaches(false)
      log.warn('Changes are not heard of just now: every answer is made anew')
    },
  })
  await listener.open()
  return listener
}

/** What cannot be read may mean anything. */
function parse(word: string): ToldChange {
  try {
    return Word.parse(JSON.parse(word))
  } catch {
    return {}
  }
}
