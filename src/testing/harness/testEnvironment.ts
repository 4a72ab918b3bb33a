import { setEnv } from '@/src/platform/env'

/** Settings of every test process: nothing of the developer's own machine or `.env` reaches a test. */
export function setTestEnvironment({ databaseUrl, dataDir }: { databaseUrl: string; dataDir: string }): void {
  setEnv({
    APP_ENV: 'development',
    NODE_ENV: 'test',
    SITE_URL: 'http://localhost:3000',
    PAYLOAD_SECRET: 'a-secret-that-only-tests-ever-use-0123456789',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    DATABASE_DIRECT_URL: undefined,
    DATABASE_POOL_MAX: '8',
    ADMIN_EMAIL: undefined,
    ADMIN_PASSWORD: undefined,
    LOG_LEVEL: 'fatal',
    SMTP_URL: undefined,
    S3_BUCKET: undefined,
    MEDIA_BASE_URL: undefined,
  })
}
