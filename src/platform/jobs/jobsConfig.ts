import type { CollectionConfig, Field, JobsConfig } from 'payload'
import { isAdmin, nobody } from '@/src/platform/access'
import { type AnyTask, guardTask } from './guardTask'
import { jobColumns } from './jobColumns'
import { tellGivenUp } from './tellGivenUp'

/** Payload's queue, closed to all but administrators, with task slugs as text: a new task needs no migration. */
export function jobsConfig(tasks: AnyTask[]): JobsConfig {
  const administrators = ({ req }: { req: Parameters<typeof isAdmin>[0] }) => isAdmin(req)
  return {
    tasks: [...tasks, tellGivenUp as AnyTask].map(guardTask),
    access: { run: administrators, queue: administrators, cancel: administrators },
    deleteJobOnComplete: false,
    enableConcurrencyControl: true,
    jobsCollectionOverrides: ({ defaultJobsCollection }): CollectionConfig => ({
      ...defaultJobsCollection,
      access: {
        admin: () => false,
        create: nobody,
        delete: nobody,
        read: ({ req }) => isAdmin(req),
        readVersions: nobody,
        unlock: nobody,
        update: nobody,
      },
      fields: [...defaultJobsCollection.fields.map(withoutEnum), ...jobColumns],
    }),
  }
}

/** Indexes on what changes with every job cost more than they find: the migrations make partial ones instead. */
const unindexed = ['totalTried', 'hasError', 'waitUntil', 'processing', 'queue', 'taskSlug', 'concurrencyKey']

function withoutEnum(field: Field): Field {
  if (field.type === 'tabs') {
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(withoutEnum) })) }
  }
  if ('name' in field && field.name === 'taskSlug' && field.type === 'select') {
    const { name, required } = field
    return { name, type: 'text', required, admin: { readOnly: true } }
  }
  if ('name' in field && unindexed.includes(field.name)) return { ...field, index: false } as Field
  return 'fields' in field ? ({ ...field, fields: field.fields.map(withoutEnum) } as Field) : field
}
