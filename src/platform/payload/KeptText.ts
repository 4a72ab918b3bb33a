import { createHash } from 'node:crypto'
import { env } from '../env'

/** Whether the server keeps statements for a connection: a pooler of transactions gives each another one. */
export function keepsStatements(): boolean {
  return env.DATABASE_DIRECT_URL === undefined
}

/** A statement asked so often is parsed and planned once a connection by the server; each is kept there. */
const usesBeforeKept = 20
const mostKept = 200
let kept = 0

/** The text of a statement that is sent again and again, with the name under which the server keeps it. */
export class KeptText {
  private uses = 0
  private name: string | undefined

  constructor(
    private readonly text: string,
    /** Whether the server keeps statements for a connection; a pooler of transactions does not. */
    private readonly mayKeep: boolean,
  ) {}

  use(): { name: string | undefined; text: string } {
    this.uses += 1
    if (this.mayKeep && this.name === undefined && this.uses > usesBeforeKept && kept < mostKept) {
      kept += 1
      this.name = `masthead_${createHash('sha1').update(this.text).digest('base64url')}`
    }
    return { name: this.name, text: this.text }
  }
}
