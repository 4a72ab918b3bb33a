import type { CollectionConfig, Field, JobsConfig } from 'payload'
import { isAdmin, nobody } from '@/src/platform/access'

/** Payload's queue, closed to all but administrators, with task slugs as text: a new task needs no migration. */
export function jobsConfig(tasks: JobsConfig['tasks']): JobsConfig {
  const administrators = ({ req }: { req: Parameters<typeof isAdmin>[0] }) => isAdmin(req)
  return {
    tasks,
    access: { run: administrators, queue: administrators, cancel: administrators },
    deleteJobOnComplete: true,
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
      fields: defaultJobsCollection.fields.map(taskSlugAsText),
    }),
  }
}

function taskSlugAsText(field: Field): Field {
  if ('name' in field && field.name === 'taskSlug' && field.type === 'select') {
    const { name, required, index } = field
    return { name, type: 'text', required, index, admin: { readOnly: true } }
  }
  if (field.type === 'tabs') {
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(taskSlugAsText) })) }
  }
  return 'fields' in field ? ({ ...field, fields: field.fields.map(taskSlugAsText) } as Field) : field
}
