/** Entry of a reader thread: conversion costs processor time, and a hostile text must not stop the import. */
import { workerData } from 'node:worker_threads'
import { DocumentError } from '../neutral'
import { type ConvertFile, type FileToConvert, fileConverter, type ReaderContext } from './convertFile'
import type { Conversion } from './readerPool'

let convert: ConvertFile | undefined

export default async function convertInThread(input: FileToConvert): Promise<Conversion> {
  convert ??= fileConverter(workerData as ReaderContext)
  try {
    return { body: await convert(input) }
  } catch (error) {
    if (error instanceof DocumentError)
      return { failure: { code: error.code, message: error.message, line: error.line } }
    return {
      failure: {
        code: 'CONVERSION_FAILED',
        message: (error as Error).stack?.split('\n').slice(0, 3).join(' ') ?? String(error),
      },
    }
  }
}
