import type { Access, CollectionConfig, Field } from 'payload'

// The website template's own words.
const anyone: Access = () => true
const authenticated: Access = ({ req: { user } }) => Boolean(user)
const authenticatedOrPublished: Access = ({ req: { user } }) =>
  user ? true : { _status: { equals: 'published' } }

const open = { create: authenticated, delete: authenticated, read: anyone, update: authenticated }

const slug: Field = { name: 'slug', type: 'text', required: true, unique: true, index: true }

export const Content: CollectionConfig = {
  slug: 'content',
  access: { ...open, read: authenticatedOrPublished },
  admin: { useAsTitle: 'title' },
  versions: { drafts: { autosave: { interval: 1500 } }, maxPerDoc: 100 },
  fields: [
    { name: 'title', type: 'text', required: true },
    { name: 'excerpt', type: 'textarea' },
    { name: 'cover', type: 'upload', relationTo: 'media' },
    { name: 'body', type: 'richText' },
    { name: 'preview', type: 'richText' },
    {
      name: 'audience',
      type: 'select',
      options: ['public', 'members', 'paid'],
      defaultValue: 'public',
      required: true,
    },
    { name: 'plans', type: 'text', hasMany: true },
    {
      name: 'seo',
      type: 'group',
      fields: [
        { name: 'title', type: 'text' },
        { name: 'description', type: 'textarea' },
        { name: 'image', type: 'upload', relationTo: 'media' },
        { name: 'canonical', type: 'text' },
        { name: 'noindex', type: 'checkbox' },
      ],
    },
    slug,
    { name: 'publishedAt', type: 'date', index: true },
    { name: 'authors', type: 'relationship', relationTo: 'profiles', hasMany: true },
    { name: 'categories', type: 'relationship', relationTo: 'categories', hasMany: true },
    { name: 'tags', type: 'relationship', relationTo: 'tags', hasMany: true },
    { name: 'featured', type: 'checkbox', defaultValue: false },
    { name: 'archivedAt', type: 'date' },
    { name: 'locale', type: 'text', defaultValue: 'en' },
    { name: 'translationOf', type: 'relationship', relationTo: 'content' },
    { name: 'readingMinutes', type: 'number' },
    {
      name: 'source',
      type: 'group',
      fields: [
        { name: 'importer', type: 'text' },
        { name: 'key', type: 'text' },
        { name: 'hash', type: 'text' },
      ],
    },
    { name: 'user', type: 'relationship', relationTo: 'users' },
  ],
}

export const Profiles: CollectionConfig = {
  slug: 'profiles',
  access: open,
  admin: { useAsTitle: 'name' },
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'username', type: 'text', required: true, unique: true, index: true },
    { name: 'avatar', type: 'upload', relationTo: 'media' },
    { name: 'bio', type: 'textarea' },
    { name: 'location', type: 'text' },
    { name: 'website', type: 'text' },
    {
      name: 'links',
      type: 'array',
      fields: [
        { name: 'label', type: 'text', required: true },
        { name: 'url', type: 'text', required: true },
      ],
    },
    { name: 'skills', type: 'text', hasMany: true },
    { name: 'user', type: 'relationship', relationTo: 'users' },
  ],
}

export const Categories: CollectionConfig = {
  slug: 'categories',
  access: open,
  admin: { useAsTitle: 'name' },
  fields: [
    { name: 'name', type: 'text', required: true },
    slug,
    { name: 'description', type: 'textarea' },
    { name: 'parent', type: 'relationship', relationTo: 'categories' },
    { name: 'colour', type: 'text' },
  ],
}

export const Tags: CollectionConfig = {
  slug: 'tags',
  access: open,
  admin: { useAsTitle: 'name' },
  fields: [
    { name: 'name', type: 'text', required: true },
    slug,
    { name: 'description', type: 'textarea' },
    { name: 'categories', type: 'relationship', relationTo: 'categories', hasMany: true },
    { name: 'origin', type: 'select', options: ['user', 'system'], defaultValue: 'user', required: true },
  ],
}

export const Media: CollectionConfig = {
  slug: 'media',
  access: open,
  upload: true,
  fields: [{ name: 'alt', type: 'text', required: true }],
}

export const Users: CollectionConfig = {
  slug: 'users',
  access: { ...open, read: authenticated },
  auth: true,
  admin: { useAsTitle: 'email' },
  fields: [{ name: 'name', type: 'text' }],
}
