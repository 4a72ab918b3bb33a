import type { CollectionConfig } from 'payload'
import { admin, anyOf, nobody, owner } from '@/src/platform/access'

const unchangeable = { update: () => false }

/** What the site has to say to one person: in the panel's inbox or by mail, a row each. */
export const Notifications: CollectionConfig = {
  slug: 'notifications',
  admin: {
    group: 'Automation',
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'user', 'channel', 'status', 'createdAt'],
    description: 'What was told to whom. Everybody reads their own behind the bell.',
    hidden: ({ user }) => user?.role !== 'admin',
  },
  access: {
    create: anyOf(nobody),
    read: anyOf(admin, owner),
    update: anyOf(owner),
    delete: anyOf(admin, owner),
  },
  defaultSort: '-createdAt',
  fields: [
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      required: true,
      index: true,
      maxDepth: 0,
      access: unchangeable,
    },
    { name: 'type', type: 'text', required: true, access: unchangeable },
    {
      name: 'channel',
      type: 'select',
      required: true,
      options: [
        { value: 'in-app', label: 'In the panel' },
        { value: 'email', label: 'By mail' },
      ],
      access: unchangeable,
    },
    { name: 'subject', type: 'text', required: true, access: unchangeable },
    { name: 'body', type: 'textarea', access: unchangeable },
    {
      name: 'link',
      type: 'text',
      access: unchangeable,
      admin: { description: 'A path of this site.' },
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'pending',
      options: ['pending', 'sending', 'sent', 'failed'],
      access: unchangeable,
    },
    { name: 'sentAt', type: 'date', access: unchangeable },
    { name: 'readAt', type: 'date' },
    { name: 'error', type: 'text', access: unchangeable },
  ],
}
