import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The mails to an address in the outbox of a data folder, the oldest first. */
export function mailsIn(dataDir: string, address: string): string[] {
  const folder = join(dataDir, 'outbox')
  try {
    return (
      readdirSync(folder)
        .sort()
        // Lines that were too long for a mail are whole again.
        .map((name) => readFileSync(join(folder, name), 'utf8').replace(/=\r?\n/g, ''))
        .filter((mail) => mail.includes(`To: ${address}`))
    )
  } catch {
    return []
  }
}
