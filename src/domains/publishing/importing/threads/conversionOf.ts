import { DocumentError, type NeutralBody } from '../neutral'

/** What a thread answers: failures travel as data, since an error loses its class on the way. */
export type Conversion =
  | { body: NeutralBody; failure?: undefined }
  | { body?: undefined; failure: { code: string; message: string; line?: number } }

export async function conversionOf(convert: () => NeutralBody | Promise<NeutralBody>): Promise<Conversion> {
  try {
    return { body: await convert() }
  } catch (error) {
    if (error instanceof DocumentError)
      return { failure: { code: error.code, message: error.message, line: error.line } }
    const message = (error as Error).stack?.split('\n').slice(0, 3).join(' ') ?? String(error)
    return { failure: { code: 'CONVERSION_FAILED', message } }
  }
}
