import type { CollectionConfig } from 'payload'
import { dropPlan } from '@/hooks/publishing/dropPlan'
import { holdPlan } from '@/hooks/publishing/holdPlan'
import { keepSlugUnique } from '@/hooks/publishing/keepSlugUnique'
import { redirectFormerPath } from '@/hooks/publishing/redirectFormerPath'
import { rememberDraftSave } from '@/hooks/publishing/rememberDraftSave'
import { rememberPublishedPath } from '@/hooks/publishing/rememberPublishedPath'
import { rememberSeen } from '@/hooks/publishing/rememberSeen'
import { rememberTypedSlug } from '@/hooks/publishing/rememberTypedSlug'
import { setPublishedAt } from '@/hooks/publishing/setPublishedAt'
import { settlePlan } from '@/hooks/publishing/settlePlan'
import { tellSearchEngines } from '@/hooks/publishing/tellSearchEngines'
import { tellSearchEnginesOfLoss } from '@/hooks/publishing/tellSearchEnginesOfLoss'
import {
  glanceField,
  scheduleField,
  searchPreviewField,
  statusField,
} from '@/src/domains/publishing/admin/fields'
import { pageBlocks } from '@/src/domains/publishing/editor/pageBlocks'
import { previewUrl } from '@/src/domains/publishing/previewUrl'
import { anyOf, editor, published } from '@/src/platform/access'
import { localeFields, seoField, slugField, sourceField } from '@/src/platform/fields'

/** The site's own pages, built of blocks. The page `home` is the first page. */
export const Pages: CollectionConfig = {
  slug: 'pages',
  custom: { naturalKey: 'slug' },
  admin: {
    group: 'Publishing',
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', '_status', 'publishedAt', 'updatedAt'],
    pagination: { defaultLimit: 25, limits: [10, 25, 50, 100] },
    enableListViewSelectAPI: true,
    description: 'The site’s own pages. The one whose slug is “home” is the first.',
    components: { beforeListTable: ['/src/domains/publishing/admin/StateFilters#StateFilters'] },
    listSearchableFields: ['title', 'slug'],
    preview: (doc) => previewUrl('pages', doc),
    livePreview: { url: ({ data }) => previewUrl('pages', data) },
  },
  access: {
    create: anyOf(editor),
    read: anyOf(editor, published),
    update: anyOf(editor),
    delete: anyOf(editor),
    readVersions: anyOf(editor),
  },
  defaultSort: 'title',
  defaultPopulate: { title: true, slug: true, locale: true },
  forceSelect: { archivedAt: true },
  hooks: {
    beforeOperation: [rememberTypedSlug, rememberDraftSave],
    beforeValidate: [keepSlugUnique],
    beforeChange: [setPublishedAt, rememberPublishedPath, rememberSeen, holdPlan],
    afterChange: [redirectFormerPath, settlePlan, tellSearchEngines],
    beforeDelete: [dropPlan],
    afterDelete: [tellSearchEnginesOfLoss],
  },
  lockDocuments: { duration: 300 },
  trash: true,
  versions: { drafts: { autosave: { interval: 1500, showSaveDraftButton: true } }, maxPerDoc: 50 },
  fields: [
    glanceField('/…'),
    scheduleField,
    statusField,
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Page',
          fields: [
            {
              name: 'title',
              type: 'text',
              required: true,
              maxLength: 300,
              admin: { components: { Cell: '/src/domains/publishing/admin/TitleCell#TitleCell' } },
            },
            {
              name: 'layout',
              labels: { singular: 'Block', plural: 'Blocks' },
              type: 'blocks',
              blocks: pageBlocks,
              admin: { initCollapsed: true, disableListColumn: true, disableListFilter: true },
            },
          ],
        },
        { label: 'SEO', fields: [searchPreviewField('/…'), seoField] },
      ],
    },
    slugField('title', '/…'),
    {
      name: 'publishedAt',
      label: 'Publication date',
      type: 'date',
      index: true,
      admin: { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'archivedAt',
      label: 'Archived since',
      type: 'date',
      index: true,
      admin: {
        position: 'sidebar',
        description: 'Once set, the page is kept but visitors no longer find it.',
      },
    },
    ...localeFields('pages'),
    sourceField,
  ],
}
