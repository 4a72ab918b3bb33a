import { publishingGlobals } from './publishing'

export const globals = [...publishingGlobals]
