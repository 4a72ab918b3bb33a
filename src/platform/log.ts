/** The logger: JSON lines on stdout, readable ones only on a terminal, secrets blanked. */
import pino, { type DestinationStream, type LoggerOptions } from 'pino'
import pretty from 'pino-pretty'
import { env } from './env'
import { requestContext } from './requestContext'

const secretNames = [
  'password',
  'confirmPassword',
  'secret',
  'clientSecret',
  'token',
  'accessToken',
  'refreshToken',
  'resetPasswordToken',
  'apiKey',
  'authorization',
  'cookie',
  'hash',
  'salt',
  'PAYLOAD_SECRET',
  'DATABASE_URL',
  'ADMIN_PASSWORD',
  '["set-cookie"]',
  '["x-api-key"]',
]

/** An error of `pg` carries its whole client, connection string and all. */
function withoutClient(error: Error) {
  const { client: _, ...rest } = pino.stdSerializers.err(error) as pino.SerializedError & { client?: unknown }
  return rest
}

export const logOptions: LoggerOptions = {
  level: levelOrInfo(),
  base: { app: 'masthead' },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  serializers: { err: withoutClient },
  // A copy, because pino writes the line's own fields into what it is given.
  mixin: () => ({ ...requestContext.getStore() }),
  redact: { paths: [0, 1, 2, 3].flatMap(atDepth), censor: '[hidden]' },
}

/** What a caller did wrong is one line without a stack; what we did wrong is an error. By name of the error. */
export const refusalLevels = {
  AppError: 'info',
  APIError: 'info',
  AuthenticationError: 'info',
  Forbidden: 'info',
  LockedAuth: 'info',
  NotFound: 'info',
  QueryError: 'info',
  UnauthorizedError: 'info',
  ValidationError: 'info',
} as const

export const log = pino(logOptions, destination())

/** pino has no "anywhere" pattern, so each name is listed at the depths that our lines reach. */
function atDepth(depth: number): string[] {
  const parents = Array.from({ length: depth }, () => '*').join('.')
  return secretNames.map((name) =>
    name.startsWith('[') ? `${parents}${name}` : [parents, name].filter(Boolean).join('.'),
  )
}

/** A bad environment is reported by whoever reads it first in earnest; logging must not be in its way. */
function levelOrInfo(): string {
  try {
    return env.LOG_LEVEL
  } catch {
    return 'info'
  }
}

function destination(): DestinationStream {
  if (!process.stdout.isTTY) return pino.destination({ dest: 1, sync: true })
  return pretty({ ignore: 'pid,hostname,app', translateTime: 'HH:MM:ss', sync: true })
}
