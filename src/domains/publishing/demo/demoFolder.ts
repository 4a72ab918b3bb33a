import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the articles and pictures lie. */
export const demoFolder = dirname(fileURLToPath(import.meta.url))
