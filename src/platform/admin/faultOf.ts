export interface Fault {
  title: string
  advice: string
  /** Of an error of the server: its line in the log bears it. */
  reference?: string
  /** Of an error of the browser, which no log has. */
  message?: string
  /** The scripts of the page itself are no longer right: another try with them would fail as well. */
  needsReload: boolean
}

const unsaved = 'What was saved is safe; what was typed here since then may have to be typed again.'

/** What to say of an error that took a screen of the panel. */
export function faultOf(error: unknown): Fault {
  if (isOutdated(error))
    return {
      title: 'The site was updated meanwhile',
      advice: `This page is still the one from before. ${unsaved}`,
      needsReload: true,
    }
  const reference = digestOf(error)
  if (!reference && isUnanswered(error))
    return {
      title: 'The server did not answer',
      advice: `The connection may be gone, or the server starts anew. ${unsaved}`,
      needsReload: false,
    }
  return {
    title: 'This screen could not be shown',
    advice: `Something failed while it was made. Another try is often enough. ${unsaved}`,
    reference,
    message: reference ? undefined : messageOf(error),
    needsReload: false,
  }
}

/** A server with another build knows neither the acts nor the files of this page. */
function isOutdated(error: unknown): boolean {
  return /UnrecognizedActionError|ChunkLoadError|Failed to load chunk/.test(messageOf(error))
}

/** As Chromium, Firefox and Safari say it. */
function isUnanswered(error: unknown): boolean {
  return /Failed to fetch|NetworkError when attempting|Load failed/.test(messageOf(error))
}

function digestOf(error: unknown): string | undefined {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined
  return typeof digest === 'string' ? digest : undefined
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
