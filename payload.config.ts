import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cloudStoragePlugin } from '@payloadcms/plugin-cloud-storage'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { collections } from '@/collections'
import { endpoints } from '@/endpoints'
import { globals } from '@/globals'
import { storageAdapter } from '@/src/domains/media'
import { articleEditor } from '@/src/domains/publishing/editor/articleEditor'
import { tasks } from '@/src/domains/tasks'
import { adminConfig } from '@/src/platform/admin/adminConfig'
import { panelWords } from '@/src/platform/admin/panelWords'
import { env } from '@/src/platform/env'
import { addErrorCodes } from '@/src/platform/http/addErrorCodes'
import { graphqlLimits } from '@/src/platform/http/graphqlLimits'
import { trustedOrigins } from '@/src/platform/http/trustedOrigins'
import { jobsConfig } from '@/src/platform/jobs/jobsConfig'
import { log, refusalLevels } from '@/src/platform/log'
import { clampQueries } from '@/src/platform/payload/clampQueries'
import { cleanTexts } from '@/src/platform/payload/cleanTexts'
import { closeSystemCollections } from '@/src/platform/payload/closeSystemCollections'
import { database } from '@/src/platform/payload/database'
import { leanReads } from '@/src/platform/payload/reads/leanReads'
import { emailAdapter } from '@/src/services/email'

const root = dirname(fileURLToPath(import.meta.url))

/** Bytes of one upload, and of the panel's form field that carries a whole article. */
const limits = { file: 64 * 1024 * 1024, field: 32 * 1024 * 1024 }

export default closeSystemCollections(
  buildConfig({
    secret: env.PAYLOAD_SECRET,
    serverURL: env.SITE_URL,
    db: database(join(root, 'migrations')),
    collections,
    globals,
    endpoints,
    jobs: jobsConfig(tasks),
    editor: articleEditor,
    email: emailAdapter(),
    sharp,
    logger: log,
    loggingLevels: refusalLevels,
    telemetry: false,
    csrf: trustedOrigins(),
    cors: trustedOrigins(),
    defaultDepth: 1,
    maxDepth: 5,
    upload: { limits: { fileSize: limits.file, fieldSize: limits.field }, abortOnLimit: true },
    graphQL: {
      maxComplexity: 1000,
      validationRules: () => [graphqlLimits],
      disablePlaygroundInProduction: true,
      disableIntrospectionInProduction: true,
    },
    hooks: { afterError: [addErrorCodes] },
    plugins: [
      cloudStoragePlugin({
        collections: {
          media: { adapter: storageAdapter('media') },
          files: { adapter: storageAdapter('files') },
        },
      }),
      clampQueries,
      cleanTexts,
      leanReads,
    ],
    admin: adminConfig(root),
    i18n: panelWords,
    typescript: { outputFile: join(root, 'payload-types.ts') },
  }),
)
