import type { Endpoint } from 'payload'
import { answerSchedule } from './answerSchedule'
import { answerSearch } from './answerSearch'
import { createSchedule } from './createSchedule'
import { deleteSchedule } from './deleteSchedule'

export const publishingEndpoints: Endpoint[] = [createSchedule, answerSchedule, deleteSchedule, answerSearch]
