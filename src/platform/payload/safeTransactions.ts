import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { v4 as uuid } from 'uuid'

type Options = NonNullable<Parameters<PostgresAdapter['drizzle']['transaction']>[1]>
type Transaction = Parameters<Parameters<PostgresAdapter['drizzle']['transaction']>[0]>[0]

/** Payload's adapter reports a COMMIT that failed as done: what was acknowledged would be lost. This one throws. */
export function safeTransactions<Adapter extends PostgresAdapter>(adapter: Adapter): Adapter {
  adapter.beginTransaction = async (options) => {
    await adapter.initializing
    const id = uuid()
    let end: { commit: () => void; rollBack: (reason: RolledBack) => void } | undefined
    let ended: Promise<void> = Promise.resolve()
    const db = await new Promise<Transaction>((resolve, reject) => {
      ended = adapter.drizzle.transaction(
        (transaction) => {
          resolve(transaction)
          return new Promise<void>((commit, rollBack) => {
            end = { commit, rollBack }
          })
        },
        signed((options as Options) || adapter.transactionOptions || {}, id),
      )
      // Told to whoever ends the transaction; before that nobody is there to hear it.
      ended.catch(reject)
    })
    adapter.sessions[id] = {
      db,
      resolve: async () => {
        end?.commit()
        await ended
      },
      // After a failed COMMIT this is asked too, and must say so again.
      reject: async () => {
        end?.rollBack(new RolledBack())
        await ended.catch((error: unknown) => {
          if (!(error instanceof RolledBack)) throw error
        })
      },
    }
    return id
  }
  return adapter
}

/**
 * Says in the same message as BEGIN whose transaction it is, which the database tells with what changes in it; see
 * `trackWrites`. Drizzle writes the level as it is given.
 */
function signed({ isolationLevel = 'read committed', ...others }: Options, id: string): Options {
  const level = `${isolationLevel}; set local masthead.writer = '${id}'`
  // Behind a level come other options, which the second statement would swallow.
  return Object.keys(others).length > 0
    ? { isolationLevel, ...others }
    : { isolationLevel: level as Options['isolationLevel'] }
}

class RolledBack extends Error {}
