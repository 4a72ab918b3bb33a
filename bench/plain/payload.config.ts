/** Payload as it comes, for comparison: the template's wiring and the same fields, without anything of ours. */
import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { Categories, Content, Media, Profiles, Tags, Users } from './collections'

export default buildConfig({
  secret: process.env.PAYLOAD_SECRET ?? '',
  admin: { user: Users.slug },
  editor: lexicalEditor(),
  db: postgresAdapter({
    idType: 'uuid',
    pool: { connectionString: process.env.DATABASE_URL ?? '' },
  }),
  collections: [Content, Profiles, Categories, Tags, Media, Users],
  sharp,
  telemetry: false,
})
