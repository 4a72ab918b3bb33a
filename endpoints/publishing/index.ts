import type { Endpoint } from 'payload'
import { answerSchedule } from './answerSchedule'
import { createSchedule } from './createSchedule'
import { deleteSchedule } from './deleteSchedule'

export const publishingEndpoints: Endpoint[] = [createSchedule, answerSchedule, deleteSchedule]
