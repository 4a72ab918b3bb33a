import type { CollectionConfig } from 'payload'
import { anyOf, editor, nobody } from '@/src/platform/access'

const unchangeable = { update: () => false }
const shown = { readOnly: true }

/** What visitors wrote through a contact form. The form's own act makes these rows, nobody else. */
export const ContactMessages: CollectionConfig = {
  slug: 'contact-messages',
  labels: { singular: 'Message', plural: 'Messages' },
  admin: {
    group: 'Site',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'message', 'page', 'answeredAt', 'createdAt'],
    description: 'What visitors wrote through a contact form. Each also goes out by mail.',
    listSearchableFields: ['name', 'email', 'message'],
  },
  access: {
    create: anyOf(nobody),
    read: anyOf(editor),
    update: anyOf(editor),
    delete: anyOf(editor),
  },
  defaultSort: '-createdAt',
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'name', type: 'text', required: true, access: unchangeable, admin: shown },
        { name: 'email', type: 'email', required: true, access: unchangeable, admin: shown },
      ],
    },
    {
      name: 'message',
      type: 'textarea',
      required: true,
      access: unchangeable,
      admin: { ...shown, rows: 10 },
    },
    {
      name: 'answeredAt',
      label: 'Answered',
      type: 'date',
      admin: { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'page',
      type: 'text',
      access: unchangeable,
      admin: { ...shown, position: 'sidebar', description: 'Where the form stands.' },
    },
    {
      name: 'recipient',
      label: 'Sent to',
      type: 'email',
      required: true,
      access: unchangeable,
      admin: { ...shown, position: 'sidebar' },
    },
    {
      name: 'mailedAt',
      label: 'Mail sent',
      type: 'date',
      access: unchangeable,
      admin: { ...shown, position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'mailError',
      label: 'Why no mail was sent',
      type: 'text',
      access: unchangeable,
      admin: { ...shown, position: 'sidebar', condition: ({ mailError }) => Boolean(mailError) },
    },
  ],
}
