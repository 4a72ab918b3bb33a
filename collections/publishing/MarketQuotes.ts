import type { CollectionConfig } from 'payload'
import { anyOf, anyone, editor } from '@/src/platform/access'

/** A decimal number as text: prices are never floats. */
const decimal = (value: string | null | undefined) =>
  /^-?\d{1,20}(\.\d{1,18})?$/.test(value ?? '') || 'Enter a decimal number such as 64250.25.'

/** Prices for the ticker and the quote price block. The newest known, not a history. */
export const MarketQuotes: CollectionConfig = {
  slug: 'market-quotes',
  custom: { naturalKey: 'symbol' },
  labels: { singular: 'Market quote', plural: 'Market quotes' },
  admin: {
    group: 'Publishing',
    useAsTitle: 'symbol',
    defaultColumns: ['symbol', 'name', 'price', 'change24h', 'currency', 'asOf', 'source'],
    listSearchableFields: ['symbol', 'name'],
    pagination: { defaultLimit: 50, limits: [25, 50, 100] },
    description: 'The newest known prices, for the ticker and the quote price block.',
  },
  access: {
    create: anyOf(editor),
    read: anyOf(anyone),
    update: anyOf(editor),
    delete: anyOf(editor),
  },
  defaultSort: 'symbol',
  fields: [
    {
      name: 'symbol',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      maxLength: 20,
      hooks: {
        beforeValidate: [({ value }) => (typeof value === 'string' ? value.trim().toUpperCase() : value)],
      },
    },
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    { name: 'price', type: 'text', required: true, validate: decimal },
    {
      name: 'change24h',
      admin: { components: { Cell: '/src/domains/publishing/admin/ChangeCell#ChangeCell' } },
      label: 'Change in 24 hours (%)',
      type: 'text',
      validate: (value: string | null | undefined) => !value || decimal(value),
    },
    {
      name: 'currency',
      type: 'text',
      required: true,
      defaultValue: 'USD',
      validate: (value: string | null | undefined) =>
        /^[A-Z]{3,5}$/.test(value ?? '') || 'Use a code such as USD.',
    },
    { name: 'asOf', type: 'date', required: true, admin: { date: { pickerAppearance: 'dayAndTime' } } },
    { name: 'source', type: 'text', required: true, defaultValue: 'manual' },
  ],
}
