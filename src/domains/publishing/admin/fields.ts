import type { Field, SelectField, UIField } from 'payload'

/** What the panel adds to documents: nothing here is stored. */
export function glanceField(address: string): UIField {
  return {
    name: 'glance',
    type: 'ui',
    admin: {
      position: 'sidebar',
      disableListColumn: true,
      components: {
        Field: { path: '/src/domains/publishing/admin/Glance#Glance', clientProps: { address } },
      },
    },
  }
}

/** Below the glance: when it is published or withdrawn by itself. */
export const scheduleField: UIField = {
  name: 'schedule',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: '/src/domains/publishing/admin/scheduling/ScheduleControl#ScheduleControl' },
  },
}

export function searchPreviewField(address: string): UIField {
  return {
    name: 'searchPreview',
    type: 'ui',
    admin: {
      disableListColumn: true,
      components: {
        Field: {
          path: '/src/domains/publishing/admin/SearchPreview#SearchPreview',
          clientProps: { address },
        },
      },
    },
  }
}

/** Payload's own field, which it merges with this one, shown as a badge. */
export const statusField: Field = {
  name: '_status',
  label: 'Status',
  type: 'select',
  options: [],
  admin: { components: { Cell: '/src/domains/publishing/admin/StatusCell#StatusCell' } },
} satisfies SelectField

export const namesCell = { Cell: '/src/domains/publishing/admin/NamesCell#NamesCell' }
