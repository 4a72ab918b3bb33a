import type { CollectionConfig } from 'payload'
import { deriveFromBody } from '@/hooks/publishing/deriveFromBody'
import { dropPlan } from '@/hooks/publishing/dropPlan'
import { holdPlan } from '@/hooks/publishing/holdPlan'
import { keepSlugUnique } from '@/hooks/publishing/keepSlugUnique'
import { redirectFormerPath } from '@/hooks/publishing/redirectFormerPath'
import { rememberDraftSave } from '@/hooks/publishing/rememberDraftSave'
import { rememberPublishedPath } from '@/hooks/publishing/rememberPublishedPath'
import { rememberSeen } from '@/hooks/publishing/rememberSeen'
import { rememberTypedSlug } from '@/hooks/publishing/rememberTypedSlug'
import { requireRightToPublish } from '@/hooks/publishing/requireRightToPublish'
import { setPublishedAt } from '@/hooks/publishing/setPublishedAt'
import { settlePlan } from '@/hooks/publishing/settlePlan'
import { tellSearchEngines } from '@/hooks/publishing/tellSearchEngines'
import { tellSearchEnginesOfLoss } from '@/hooks/publishing/tellSearchEnginesOfLoss'
import { keepOnce } from '@/hooks/shared/keepOnce'
import {
  bodyReader,
  createDocument,
  ownDocument,
  ownDraft,
  ownVersion,
  updateDocument,
} from '@/src/domains/publishing/access'
import {
  glanceField,
  namesCell,
  scheduleField,
  searchPreviewField,
  statusField,
} from '@/src/domains/publishing/admin/fields'
import { articleEditor } from '@/src/domains/publishing/editor/articleEditor'
import { ownByline } from '@/src/domains/publishing/ownByline'
import { previewUrl } from '@/src/domains/publishing/previewUrl'
import { anyOf, editor, published, publishedWhere } from '@/src/platform/access'
import { localeFields, ownerField, seoField, slugField, sourceField } from '@/src/platform/fields'
import type { TermIndex } from '@/src/platform/payload/reads/filedQueryOf'

/** What the table `content_terms` has; see the migration that made it. */
const publicByTerms: TermIndex = {
  fields: ['categories', 'tags', 'authors'],
  holds: publishedWhere(),
  sort: ['-publishedAt', '-createdAt', '-id'],
}

/** Articles: the publication's main thing. The site's own pages are `pages`. */
export const Content: CollectionConfig = {
  slug: 'content',
  custom: { naturalKey: 'slug', termIndex: publicByTerms },
  labels: { singular: 'Article', plural: 'Articles' },
  admin: {
    group: 'Publishing',
    useAsTitle: 'title',
    defaultColumns: ['cover', 'title', '_status', 'authors', 'categories', 'publishedAt', 'updatedAt'],
    enableListViewSelectAPI: true,
    components: { beforeListTable: ['/src/domains/publishing/admin/StateFilters#StateFilters'] },
    listSearchableFields: ['title', 'slug', 'excerpt'],
    pagination: { defaultLimit: 25, limits: [10, 25, 50, 100] },
    preview: (doc) => previewUrl('content', doc),
    livePreview: { url: ({ data }) => previewUrl('content', data) },
  },
  access: {
    create: createDocument,
    read: anyOf(editor, ownDocument, published),
    update: updateDocument,
    delete: anyOf(editor, ownDraft),
    readVersions: anyOf(editor, ownVersion),
  },
  defaultSort: '-publishedAt',
  defaultPopulate: { title: true, slug: true, locale: true, excerpt: true, cover: true, publishedAt: true },
  forceSelect: { audience: true, plans: true, user: true, archivedAt: true },
  hooks: {
    beforeOperation: [rememberTypedSlug, rememberDraftSave],
    beforeValidate: [keepSlugUnique],
    beforeChange: [
      requireRightToPublish,
      deriveFromBody,
      setPublishedAt,
      rememberPublishedPath,
      rememberSeen,
      holdPlan,
    ],
    afterChange: [redirectFormerPath, settlePlan, tellSearchEngines],
    beforeDelete: [dropPlan],
    afterDelete: [tellSearchEnginesOfLoss],
  },
  lockDocuments: { duration: 300 },
  trash: true,
  versions: { drafts: { autosave: { interval: 1500, showSaveDraftButton: true } }, maxPerDoc: 100 },
  indexes: [{ fields: ['_status', 'publishedAt'] }],
  fields: [
    glanceField('/articles/…'),
    scheduleField,
    statusField,
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Article',
          fields: [
            {
              name: 'title',
              type: 'text',
              required: true,
              maxLength: 300,
              admin: { components: { Cell: '/src/domains/publishing/admin/TitleCell#TitleCell' } },
            },
            {
              name: 'excerpt',
              type: 'textarea',
              maxLength: 1000,
              admin: { description: 'One or two sentences for lists, feeds and search results.' },
            },
            {
              name: 'cover',
              type: 'upload',
              relationTo: 'media',
              admin: {
                description: 'Above the article, in lists and where it is shared.',
                disableListFilter: true,
                components: { Cell: '/src/domains/publishing/admin/CoverCell#CoverCell' },
              },
            },
            {
              name: 'body',
              type: 'richText',
              editor: articleEditor,
              access: { read: bodyReader },
              admin: { disableListColumn: true, disableListFilter: true, disableBulkEdit: true },
            },
            {
              name: 'preview',
              type: 'richText',
              editor: articleEditor,
              access: { create: () => false, update: () => false },
              admin: { hidden: true, disableListColumn: true, disableListFilter: true },
            },
          ],
        },
        {
          label: 'Audience',
          fields: [
            {
              name: 'audience',
              type: 'select',
              defaultValue: 'public',
              required: true,
              options: [
                { value: 'public', label: 'Everyone' },
                { value: 'members', label: 'Signed-in members' },
                { value: 'paid', label: 'Paying members' },
              ],
              admin: {
                description:
                  'Everybody else reads up to the paywall break, or the first paragraphs where there is none.',
              },
            },
            {
              name: 'plans',
              type: 'text',
              hasMany: true,
              admin: {
                condition: (data) => data.audience === 'paid',
                description: 'Keys of the plans that include it. Empty: any paid plan.',
              },
            },
          ],
        },
        { label: 'SEO', fields: [searchPreviewField('/articles/…'), seoField] },
      ],
    },
    slugField('title', '/articles/…'),
    {
      name: 'publishedAt',
      label: 'Publication date',
      type: 'date',
      index: true,
      admin: {
        position: 'sidebar',
        date: { pickerAppearance: 'dayAndTime' },
        description: 'The date readers see. Set by the first publication.',
      },
    },
    {
      name: 'authors',
      type: 'relationship',
      defaultValue: ownByline,
      relationTo: 'profiles',
      hasMany: true,
      index: true,
      hooks: { beforeValidate: [keepOnce] },
      admin: { position: 'sidebar', components: namesCell, description: 'The byline, in this order.' },
    },
    {
      name: 'categories',
      type: 'relationship',
      relationTo: 'categories',
      hasMany: true,
      index: true,
      hooks: { beforeValidate: [keepOnce] },
      admin: { position: 'sidebar', components: namesCell, description: 'The main one first.' },
    },
    {
      name: 'tags',
      type: 'relationship',
      relationTo: 'tags',
      hasMany: true,
      index: true,
      hooks: { beforeValidate: [keepOnce] },
      admin: { position: 'sidebar', components: namesCell },
    },
    {
      name: 'featured',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      admin: { position: 'sidebar', description: 'Shown first on the home page.' },
    },
    {
      name: 'archivedAt',
      label: 'Archived since',
      type: 'date',
      index: true,
      admin: {
        position: 'sidebar',
        date: { pickerAppearance: 'dayAndTime' },
        description: 'Once set, the article is kept but readers no longer find it.',
      },
    },
    ...localeFields('content'),
    {
      name: 'readingMinutes',
      type: 'number',
      admin: { hidden: true },
      access: { create: () => false, update: () => false },
    },
    sourceField,
    ownerField,
  ],
}
