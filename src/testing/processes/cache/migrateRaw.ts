/** Applies a migration whose statements nothing tells of. */
import { sql } from '@payloadcms/db-postgres'
import { getPayload } from 'payload'
import { migrations } from '@/migrations'
import config from '@/payload.config'
import { applyMigrations } from '@/src/platform/migrate'

const silent = {
  name: '99991231_235959_silent',
  up: async ({ db }: { db: { execute(query: ReturnType<typeof sql>): Promise<unknown> } }) => {
    await db.execute(sql`
      alter table content disable trigger user;
      update content set title = 'Migrated';
      alter table content enable trigger user;
    `)
  },
  down: async () => {},
}

await applyMigrations([...migrations, silent as (typeof migrations)[number]], () => getPayload({ config }))
console.log('MIGRATED')
process.exit(0)
