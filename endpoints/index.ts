import type { Endpoint } from 'payload'
import { automationEndpoints } from './automation'
import { operationsEndpoints } from './operations'
import { publishingEndpoints } from './publishing'

/** Root endpoints by domain; those of one collection are mounted on it. */
export const endpoints: Endpoint[] = [...automationEndpoints, ...operationsEndpoints, ...publishingEndpoints]
