/** What a document remembers of its import, in the one text field `source.hash`. */
export type ImportHash = {
  /** Hash of what was to be written. */
  document: string
  /** Fingerprint of what was written, to tell whether somebody edited it since. */
  written: string
  /** Hash of the source's text and all that its conversion depends on: the same needs no conversion. */
  input: string
  /** Hash of the files that could not be fetched and are tried again by the next run; empty when there are none. */
  missing: string
}

export function parseHash(text: string): ImportHash {
  const [document = '', written = '', input = '', missing = ''] = text.split('.')
  return { document, written, input, missing }
}

export function formatHash({ document, written, input, missing }: ImportHash): string {
  return [document, written, input, missing].join('.')
}
