import type { CollectionConfig, Field } from 'payload'
import { answerSubscribersTable } from '@/endpoints/automation/answerSubscribersTable'
import { createConfirmation } from '@/endpoints/automation/createConfirmation'
import { createSignUp } from '@/endpoints/automation/createSignUp'
import { createUnsubscription } from '@/endpoints/automation/createUnsubscription'
import { endReadersSubscription } from '@/endpoints/automation/endReadersSubscription'
import { openUnsubscription } from '@/endpoints/automation/openUnsubscription'
import { anyOf, editor, nobody } from '@/src/platform/access'

const aside = { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } } as const
const filterButtons = '/src/platform/admin/FilterButtons#FilterButtons'
const folder = '/src/domains/automation/newsletter/admin'

/** Who gets the newsletter. Readers make and confirm these rows themselves; editors end them at most. */
export const Subscribers: CollectionConfig = {
  slug: 'subscribers',
  admin: {
    group: 'Site',
    useAsTitle: 'email',
    defaultColumns: ['email', 'state', 'consent.page', 'confirmedAt', 'createdAt'],
    description:
      'Who gets the newsletter. Only active ones do: they answered the mail that asked whether the address is theirs. Deleting a row forgets the address.',
    listSearchableFields: ['email'],
    components: {
      beforeListTable: [
        { path: filterButtons, clientProps: { filters: filtersByState() } },
        `${folder}/DownloadTable#DownloadTable`,
      ],
    },
  },
  access: {
    create: anyOf(nobody),
    read: anyOf(editor),
    update: anyOf(nobody),
    delete: anyOf(editor),
  },
  endpoints: [
    createSignUp,
    createConfirmation,
    createUnsubscription,
    openUnsubscription,
    answerSubscribersTable,
    endReadersSubscription,
  ],
  disableDuplicate: true,
  defaultSort: '-createdAt',
  fields: [
    // Unique whatever the case of its letters, by an index that Payload does not know.
    { name: 'email', label: 'E-mail', type: 'email', required: true },
    {
      name: 'consent',
      label: 'Consent',
      type: 'group',
      admin: { description: 'What they were shown when they signed up.' },
      fields: [
        { name: 'wording', label: 'Words of the form', type: 'textarea' },
        {
          type: 'row',
          fields: [
            { name: 'page', label: 'Page', type: 'text' },
            { name: 'at', label: 'When', type: 'date', admin: { date: aside.date } },
          ],
        },
      ],
    },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'pending',
      index: true,
      options: [
        { value: 'pending', label: 'Not confirmed yet' },
        { value: 'active', label: 'Active' },
        { value: 'unsubscribed', label: 'Unsubscribed' },
      ],
      admin: { position: 'sidebar' },
    },
    {
      name: 'locale',
      label: 'Language',
      type: 'text',
      required: true,
      defaultValue: 'en',
      admin: { position: 'sidebar' },
    },
    {
      name: 'act',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: `${folder}/EndSubscription#EndSubscription` },
      },
    },
    moment('confirmedAt', 'Confirmed'),
    moment('unsubscribedAt', 'Unsubscribed'),
    moment('mailedAt', 'Last asked to confirm'),
    {
      name: 'mailError',
      label: 'Why no mail was sent',
      type: 'text',
      admin: { position: 'sidebar', condition: ({ mailError }) => Boolean(mailError) },
    },
    // The sign-up whose mail is on its way, and how many went out unanswered: strangers must not fill a mailbox.
    hidden({ name: 'askedAt', type: 'date', index: true }),
    hidden({ name: 'asks', type: 'number', required: true, defaultValue: 0 }),
  ],
}

function moment(name: string, label: string): Field {
  return { name, label, type: 'date', admin: aside }
}

function hidden(field: Field & { name: string }): Field {
  return { ...field, access: { read: () => false }, admin: { hidden: true } } as Field
}

function filtersByState() {
  const states = { Active: 'active', 'Not confirmed yet': 'pending', Unsubscribed: 'unsubscribed' }
  const filters = Object.entries(states).map(([label, state]) => ({
    label,
    where: { or: [{ and: [{ state: { equals: state } }] }] },
  }))
  return [{ label: 'All', where: {} }, ...filters]
}
