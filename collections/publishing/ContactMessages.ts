import type { CollectionConfig } from 'payload'
import { anyOf, editor, nobody } from '@/src/platform/access'
import type { ListFilter } from '@/src/platform/admin/FilterButtons'

const unchangeable = { update: () => false }
const folder = '/src/domains/publishing/admin/messages'

/** What the letter shows is no field to look at. */
const inLetter = { hidden: true }
const aside = { readOnly: true, position: 'sidebar' } as const

const filters: ListFilter[] = [
  { label: 'All', where: {} },
  { label: 'To answer', where: { or: [{ and: [{ answeredAt: { exists: false } }] }] } },
  { label: 'Answered', where: { or: [{ and: [{ answeredAt: { exists: true } }] }] } },
  { label: 'Mail failed', where: { or: [{ and: [{ mailError: { exists: true } }] }] } },
]

/** What visitors wrote through a contact form. The form's own act makes these rows, nobody else. */
export const ContactMessages: CollectionConfig = {
  slug: 'contact-messages',
  labels: { singular: 'Message', plural: 'Messages' },
  admin: {
    group: 'Site',
    useAsTitle: 'name',
    defaultColumns: ['name', 'message', 'answeredAt', 'page', 'createdAt'],
    description: 'What visitors wrote through a contact form. Each also goes out by mail.',
    listSearchableFields: ['name', 'email', 'message'],
    hideAPIURL: true,
    components: {
      beforeListTable: [
        { path: '/src/platform/admin/FilterButtons#FilterButtons', clientProps: { filters } },
      ],
    },
  },
  access: {
    create: anyOf(nobody),
    read: anyOf(editor),
    update: anyOf(editor),
    delete: anyOf(editor),
  },
  disableDuplicate: true,
  defaultSort: '-createdAt',
  fields: [
    { name: 'letter', type: 'ui', admin: { components: { Field: `${folder}/Letter#Letter` } } },
    { name: 'name', type: 'text', required: true, access: unchangeable, admin: inLetter },
    { name: 'email', label: 'E-mail', type: 'email', required: true, access: unchangeable, admin: inLetter },
    { name: 'message', type: 'textarea', required: true, access: unchangeable, admin: inLetter },
    {
      name: 'answeredAt',
      label: 'Answered',
      type: 'date',
      admin: {
        position: 'sidebar',
        date: { pickerAppearance: 'dayAndTime' },
        components: { Cell: `${folder}/MessageStateCell#MessageStateCell` },
      },
    },
    { name: 'page', type: 'text', access: unchangeable, admin: inLetter },
    {
      name: 'recipient',
      label: 'Sent to',
      type: 'email',
      required: true,
      access: unchangeable,
      admin: aside,
    },
    {
      name: 'mailedAt',
      label: 'Mail sent',
      type: 'date',
      access: unchangeable,
      admin: { ...aside, date: { pickerAppearance: 'dayAndTime' } },
    },
    { name: 'mailError', label: 'Why no mail was sent', type: 'text', access: unchangeable, admin: inLetter },
  ],
}
