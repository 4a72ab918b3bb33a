/** Entry of a reader thread of this kind of import. */
import { workerData } from 'node:worker_threads'
import { type Conversion, conversionOf } from '../threads/conversionOf'
import {
  type ConverterContext,
  type ConvertItem,
  type ItemToConvert,
  itemConverter,
} from './body/itemConverter'

let convert: ConvertItem | undefined

export default async function convertInThread(input: ItemToConvert): Promise<Conversion> {
  convert ??= itemConverter(workerData as ConverterContext)
  const own = convert
  return conversionOf(() => own(input))
}
