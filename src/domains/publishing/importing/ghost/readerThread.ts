/** Entry of a thread that converts Ghost's texts. */
import { type Conversion, conversionOf } from '../threads/conversionOf'
import { convertGhostBody, type TextToConvert } from './body/convertGhostBody'

export default async function convertInThread(input: TextToConvert): Promise<Conversion> {
  return conversionOf(() => convertGhostBody(input))
}
