import type { Endpoint } from 'payload'
import { answerMetrics } from './answerMetrics'

export const operationsEndpoints: Endpoint[] = [answerMetrics]
