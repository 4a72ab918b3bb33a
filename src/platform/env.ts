/** The only reader of the environment: every setting, checked once at first use, secrets also from `NAME_FILE`. */
import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'

// Dates in logs, crons and archives mean the same on every machine.
process.env.TZ = 'UTC'

const port = z.coerce
  .number('must be a whole number between 0 and 65535')
  .int('must be a whole number between 0 and 65535')
  .min(0, 'must be a whole number between 0 and 65535')
  .max(65535, 'must be a whole number between 0 and 65535')

const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be a full address such as https://example.com' })
  .transform((address) => address.replace(/\/+$/, ''))

const databaseAddress = z.string().superRefine((address, context) => {
  const message = 'must look like postgres://user:password@host:5432/database'
  if (!/^postgres(ql)?:\/\/./.test(address) || !URL.canParse(address))
    context.addIssue({ code: 'custom', message })
})

function isAddressBlock(part: string): boolean {
  const [address = '', bits] = part.split('/')
  const version = isIP(address)
  return (
    version !== 0 &&
    (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 6 ? 128 : 32)))
  )
}

const flag = z
  .enum(['true', 'false', '1', '0', 'yes', 'no'], { error: 'must be true or false' })
  .transform((answer) => ['true', '1', 'yes'].includes(answer))

const settings = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], { error: 'must be development, test or production' })
    .default('development'),
  APP_ENV: z
    .enum(['development', 'staging', 'production'], { error: 'must be development, staging or production' })
    .optional(),
  PORT: port.default(3000),
  SITE_URL: webAddress.optional(),
  DATABASE_URL: databaseAddress.optional(),
  DATABASE_DIRECT_URL: databaseAddress.optional(),
  DATABASE_POOL_MAX: z.coerce
    .number('must be a whole number from 2 up')
    .int('must be a whole number from 2 up')
    .min(2, 'must be a whole number from 2 up')
    .default(10),
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((folder) => resolve(/* turbopackIgnore: true */ folder)),
  PAYLOAD_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters; `npm run setup:env:prod` generates one')
    .optional(),
  ADMIN_EMAIL: z.email('must be an e-mail address').default('admin@example.com'),
  ADMIN_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
  SEED_DEMO: flag.default(true),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@mail.example.com:587' })
    .optional(),
  EMAIL_FROM: z.string().default('Masthead <no-reply@localhost>'),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('auto'),
  S3_ENDPOINT: webAddress.optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_PREFIX: z.string().default(''),
  S3_FORCE_PATH_STYLE: flag.default(false),
  MEDIA_BASE_URL: webAddress.optional(),
  CHROMIUM_PATH: z.string().optional(),
  INDEXNOW_KEY: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,128}$/, 'must be 8 to 128 letters, digits or hyphens')
    .optional(),
  INDEXNOW_ENDPOINT: webAddress.default('https://api.indexnow.org/indexnow'),
  /** A folder of further fonts for drawn pictures. */
  FONTS_DIR: z.string().optional(),
  /** Megabytes of whole answers, and of documents, that a web process keeps. */
  CACHE_MB: z.coerce
    .number('must be a number from 1 to 4096')
    .min(1, 'must be a number from 1 to 4096')
    .max(4096, 'must be a number from 1 to 4096')
    .default(64),
  JOB_LEASE_SECONDS: z.coerce
    .number('must be a number from 1 to 3600')
    .min(1, 'must be a number from 1 to 3600')
    .max(3600, 'must be a number from 1 to 3600')
    .default(60),
  WORKER_HOST: z.string().default('127.0.0.1'),
  WORKER_PORT: port.default(3001),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must look like redis://127.0.0.1:6379' }).optional(),
  /** Comma-separated addresses or CIDR blocks of proxies whose X-Forwarded-* and X-Request-Id we believe. */
  TRUST_PROXY: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .refine(
      (parts) => parts.every(isAddressBlock),
      'must be addresses or CIDR blocks such as 10.0.0.0/8, separated by commas',
    ),
})

/** Every setting there is; `.env.example` explains each. */
export const settingNames = Object.keys(settings.shape)

type Settings = z.output<typeof settings>

export type Env = Omit<Settings, 'APP_ENV' | 'SITE_URL' | 'DATABASE_URL' | 'PAYLOAD_SECRET' | 'LOG_LEVEL'> & {
  APP_ENV: 'development' | 'staging' | 'production'
  SITE_URL: string
  DATABASE_URL: string
  PAYLOAD_SECRET: string
  LOG_LEVEL: NonNullable<Settings['LOG_LEVEL']>
}

/** One sentence for each setting that cannot be used. */
export class EnvError extends Error {
  readonly code = 'ENV_INVALID'

  constructor(readonly sentences: string[]) {
    super(sentences.join('\n'))
  }
}

/** Settings by name, parsed at the first access. DATABASE_URL and PAYLOAD_SECRET throw when read unset. */
export const env = new Proxy({} as Env, {
  get: (_, name) => (typeof name === 'string' ? read(name as keyof Env) : undefined),
})

let parsed: Settings | undefined
let isFileLoaded = false

function read<Name extends keyof Env>(name: Name): Env[Name] {
  parsed ??= parse()
  const value = withDefaults(parsed)[name]
  if (value === undefined && (name === 'DATABASE_URL' || name === 'PAYLOAD_SECRET')) {
    throw new EnvError([`${name} is not set. Put it in .env, or run \`npm start\`, which sets it up.`])
  }
  return value as Env[Name]
}

function withDefaults(values: Settings) {
  const isProduction = values.NODE_ENV === 'production'
  return {
    ...values,
    APP_ENV: values.APP_ENV ?? (isProduction ? 'production' : 'development'),
    SITE_URL: values.SITE_URL ?? `http://localhost:${values.PORT}`,
    LOG_LEVEL: values.LOG_LEVEL ?? (values.NODE_ENV === 'test' ? 'error' : 'info'),
  }
}

function parse(): Settings {
  loadEnvFileOnce()
  const { values, problems } = readAll()
  const result = settings.safeParse(values)
  if (result.success && problems.length === 0) return result.data
  const invalid = result.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`) ?? []
  throw new EnvError([...new Set([...problems, ...invalid])])
}

function readAll() {
  const values: Record<string, string> = {}
  const problems: string[] = []
  for (const name of Object.keys(settings.shape)) {
    const file = process.env[`${name}_FILE`]
    if (file && process.env[name]) problems.push(`${name} and ${name}_FILE are both set: keep one of them.`)
    try {
      const value = file ? readFileSync(/* turbopackIgnore: true */ file, 'utf8').trim() : process.env[name]
      if (value) values[name] = value
    } catch {
      problems.push(`${name}_FILE names ${file}, which cannot be read.`)
    }
  }
  return { values, problems }
}

/** Whether a setting is given, directly or as NAME_FILE, without checking any other. */
export function isSet(name: keyof Env): boolean {
  loadEnvFileOnce()
  return Boolean(process.env[name] || process.env[`${name}_FILE`])
}

/** Changes settings of this process and of those it starts; a value wins over the file that gave it before. */
export function setEnv(values: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name]
    else {
      process.env[name] = value
      // Empty, not gone: Next would read it from `.env` again.
      if (process.env[`${name}_FILE`]) process.env[`${name}_FILE`] = ''
    }
  }
  parsed = undefined
}

/** Gives settings only where none are set. */
export function setEnvDefaults(values: Record<string, string>): void {
  loadEnvFileOnce()
  for (const [name, value] of Object.entries(values)) {
    if (!process.env[name] && !process.env[`${name}_FILE`]) process.env[name] = value
  }
  parsed = undefined
}

/** The whole environment for a child process. */
export function childEnvironment(changes: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  loadEnvFileOnce()
  return { ...process.env, ...changes }
}

/** `.env` of the project; ENV_FILE names another one, for several installations of one checkout and for tests. */
export function envFilePath(): string {
  return resolve(/* turbopackIgnore: true */ process.env.ENV_FILE || '.env')
}

/** Tests state their settings themselves: a developer's `.env` must not change what they prove. */
function loadEnvFileOnce(): void {
  if (!isFileLoaded && !process.env.VITEST) loadEnvFile()
  isFileLoaded = true
}

/**
 * Reads `.env` into the environment; what is set already wins. A name set one way (NAME) hides the other
 * (NAME_FILE) in the file; the hidden one is set to '' so that Next, which reads the file too, leaves it alone.
 */
export function loadEnvFile(path = envFilePath()): void {
  if (!existsSync(path)) return
  const given = new Set(Object.keys(process.env))
  for (const [name, value] of Object.entries(parseEnv(readFileSync(path, 'utf8')))) {
    if (given.has(name)) continue
    const twin = name.endsWith('_FILE') ? name.slice(0, -'_FILE'.length) : `${name}_FILE`
    process.env[name] = given.has(twin) && process.env[twin] ? '' : value
  }
  parsed = undefined
}
