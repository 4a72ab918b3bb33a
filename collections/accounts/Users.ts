import type { CollectionConfig } from 'payload'
import { firstRegisterClosed } from '@/endpoints/accounts/firstRegisterClosed'
import { refuseDisabledUser } from '@/hooks/accounts/refuseDisabledUser'
import { rememberedAsker } from '@/src/domains/accounts'
import { admin, anyOf, isAdmin, isStaff, roles, self } from '@/src/platform/access'
import { env } from '@/src/platform/env'

/** Accounts, staff and members alike. Never public: what readers see of a person is a profile. */
export const Users: CollectionConfig = {
  slug: 'users',
  auth: {
    tokenExpiration: 60 * 60 * 2,
    maxLoginAttempts: 10,
    lockTime: 10 * 60 * 1000,
    strategies: [rememberedAsker],
    cookies: { sameSite: 'Lax', secure: env.SITE_URL.startsWith('https:') },
  },
  admin: {
    group: 'Accounts',
    useAsTitle: 'email',
    defaultColumns: ['email', 'role', 'disabledAt', 'createdAt'],
    listSearchableFields: ['email'],
    description: 'People who can sign in. What readers see of them is their profile.',
  },
  access: {
    admin: ({ req }) => isStaff(req),
    create: anyOf(admin),
    read: anyOf(admin, self),
    update: anyOf(admin, self),
    delete: anyOf(admin),
    unlock: anyOf(admin),
  },
  endpoints: [firstRegisterClosed],
  hooks: { beforeLogin: [refuseDisabledUser] },
  fields: [
    {
      name: 'role',
      type: 'select',
      options: roles.map((role) => ({ value: role, label: role[0]?.toUpperCase() + role.slice(1) })),
      defaultValue: 'member',
      required: true,
      saveToJWT: true,
      access: { create: ({ req }) => isAdmin(req), update: ({ req }) => isAdmin(req) },
      admin: {
        position: 'sidebar',
        description:
          'Admins do everything. Editors publish. Authors write drafts. Members read, and never enter this panel.',
      },
    },
    {
      name: 'disabledAt',
      type: 'date',
      access: { create: ({ req }) => isAdmin(req), update: ({ req }) => isAdmin(req) },
      admin: {
        position: 'sidebar',
        date: { pickerAppearance: 'dayAndTime' },
        description: 'From then on the account can neither sign in nor act.',
      },
    },
    {
      name: 'emailPreferences',
      type: 'group',
      fields: [
        { name: 'notifications', type: 'checkbox', defaultValue: true },
        { name: 'newsletter', type: 'checkbox', defaultValue: false },
      ],
    },
  ],
}
