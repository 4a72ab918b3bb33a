/** Entry of a reader thread: conversion costs processor time, and a hostile text must not stop the import. */
import { workerData } from 'node:worker_threads'
import { type Conversion, conversionOf } from '../threads/conversionOf'
import { type ConvertFile, type FileToConvert, fileConverter, type ReaderContext } from './convertFile'

let convert: ConvertFile | undefined

export default async function convertInThread(input: FileToConvert): Promise<Conversion> {
  convert ??= fileConverter(workerData as ReaderContext)
  const own = convert
  return conversionOf(() => own(input))
}
