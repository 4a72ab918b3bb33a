/** Makes, checks and completes the `.env` file; never loses a line of it. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { isSet } from './env'
import { Refusal } from './refusal'
import { writeFileAtomically } from './writeFileAtomically'

export type EnvPurpose = 'development' | 'production'

/** @returns what was done, for the person at the terminal. */
export function ensureEnvFile(path: string): 'made' | 'completed' | 'kept' {
  if (!existsSync(path)) {
    if (isSet('PAYLOAD_SECRET')) return 'kept'
    writeFileAtomically(path, envFileFor('production'), 0o600)
    return 'made'
  }
  const text = readText(path)
  refuseHalfWritten(text)
  const { PAYLOAD_SECRET, PAYLOAD_SECRET_FILE } = parseEnv(text)
  if (PAYLOAD_SECRET || PAYLOAD_SECRET_FILE || isSet('PAYLOAD_SECRET')) return 'kept'
  const lines = text === '' || text.endsWith('\n') ? text : `${text}\n`
  const addition = `\n# Signs sessions. Added by \`npm start\` because there was none.\nPAYLOAD_SECRET=${newSecret()}\n`
  writeFileAtomically(path, lines + addition, statSync(path).mode & 0o777)
  return 'completed'
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new Refusal(
      'ENV_FILE_UNREADABLE',
      `${path} cannot be read (${(cause as NodeJS.ErrnoException).code}).`,
      {
        cause,
      },
    )
  }
}

/** An interrupted editor or disk leaves cut lines and open quotes. The line itself may hold a secret: only its number is said. */
export function refuseHalfWritten(text: string): void {
  if (text.includes('\0')) throw halfWritten('it contains zero bytes')
  let quote: string | undefined
  let openedAt = 0
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (quote) {
      if (line.includes(quote)) quote = undefined
      continue
    }
    if (/^\s*(#|$)/.test(line)) continue
    const assignment = /^\s*(?:export\s+)?[A-Za-z_]\w*\s*=\s*(.*)$/.exec(line)
    if (!assignment) throw halfWritten(`line ${index + 1} is not NAME=value`)
    const [first = ''] = assignment[1] ?? ''
    if (/["'`]/.test(first) && !assignment[1]?.slice(1).includes(first)) {
      quote = first
      openedAt = index + 1
    }
  }
  if (quote) throw halfWritten(`the quote opened in line ${openedAt} is not closed`)
}

function halfWritten(what: string): Refusal {
  return new Refusal(
    'ENV_FILE_BROKEN',
    `.env looks half-written: ${what}. Mend that line, or move the file away and a new one is made.`,
  )
}

export function envFileFor(purpose: EnvPurpose): string {
  const secret = `# Signs sessions and encrypts stored tokens. Keep it secret and keep it the same.\nPAYLOAD_SECRET=${newSecret()}\n`
  return purpose === 'production'
    ? productionHead + secret + productionRest
    : developmentHead + secret + developmentRest
}

function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

const productionHead = `# Settings of this installation. .env.example explains every variable.
# Each secret may be given as a file instead: NAME_FILE=/run/secrets/name

# development | staging (not indexed, no real mail) | production
APP_ENV=production

`

const productionRest = `
# Where visitors find the site; with https, cookies become Secure.
# SITE_URL=https://example.com
# PORT=3000

# Without this an embedded PostgreSQL keeps its data in .data
# DATABASE_URL=postgres://user:password@host:5432/masthead

# Without this, mail is kept in the outbox and not sent.
# SMTP_URL=smtps://user:password@mail.example.com:465
# EMAIL_FROM=Masthead <no-reply@example.com>
`

const developmentHead = `# Settings for development. .env.example explains every variable.

APP_ENV=development

`

const developmentRest = `
# PORT=3000
# LOG_LEVEL=debug

# Without this an embedded PostgreSQL keeps its data in .data
# DATABASE_URL=postgres://user:password@127.0.0.1:5432/masthead

# The first administrator; the address is admin@example.com if not set.
# ADMIN_EMAIL=admin@example.com
# ADMIN_PASSWORD=
`
