import type { Endpoint } from 'payload'

/** Root endpoints by domain; those of one collection are mounted on it. */
export const endpoints: Endpoint[] = []
