import type { CollectionConfig, TextField } from 'payload'
import { answerRendition } from '@/endpoints/media/answerRendition'
import { listUses } from '@/endpoints/media/listUses'
import { keepUsedMedia } from '@/hooks/media/keepUsedMedia'
import { prepareIncomingFile } from '@/hooks/media/prepareIncomingFile'
import { queueRenditions } from '@/hooks/media/queueRenditions'
import { mediaTypes, type PreparedUpload, renditionsOf } from '@/src/domains/media'
import { anyOf, anyone, editor, owner, staff } from '@/src/platform/access'
import { ownerField, sourceField } from '@/src/platform/fields'

/** Public pictures, videos and PDFs. Private ones are `files`. */
export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Media file', plural: 'Media' },
  admin: {
    group: 'Media',
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'alt', 'mimeType', 'filesize', 'updatedAt'],
    listSearchableFields: ['filename', 'alt', 'caption', 'credit'],
    pagination: { defaultLimit: 50, limits: [25, 50, 100] },
    enableListViewSelectAPI: true,
    components: { beforeListTable: ['/src/domains/media/admin/GridToggle#GridToggle'] },
  },
  access: {
    create: anyOf(staff),
    read: anyOf(anyone),
    update: anyOf(editor, owner),
    delete: anyOf(editor, owner),
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  endpoints: [answerRendition, listUses],
  hooks: {
    beforeOperation: [prepareIncomingFile],
    beforeDelete: [keepUsedMedia],
    afterChange: [queueRenditions],
  },
  upload: {
    mimeTypes: [...Object.keys(mediaTypes), 'image/svg+xml'],
    crop: false,
    focalPoint: true,
    adminThumbnail: ({ doc }) => renditionsOf(doc).thumb?.url ?? null,
    displayPreview: true,
  },
  fields: [
    {
      name: 'alt',
      label: 'Alternative text',
      type: 'text',
      required: true,
      maxLength: 500,
      admin: { description: 'What the picture shows, for those who cannot see it.' },
    },
    {
      name: 'caption',
      type: 'textarea',
      maxLength: 1000,
      admin: { description: 'Below the picture, where an article does not say its own.' },
    },
    {
      name: 'credit',
      type: 'text',
      maxLength: 200,
      admin: { description: 'Who made it, and under which licence.' },
    },
    {
      name: 'filesize',
      type: 'number',
      admin: { hidden: true, components: { Cell: '/src/domains/media/admin/SizeCell#SizeCell' } },
    },
    {
      name: 'sizes',
      type: 'json',
      virtual: true,
      admin: { hidden: true },
      hooks: { afterRead: [({ siblingData }) => renditionsOf(siblingData)] },
    },
    uploadField('blur'),
    { ...uploadField('hash'), unique: true, index: true },
    sourceField,
    ownerField,
  ],
  forceSelect: { filename: true, mimeType: true, width: true, height: true, focalX: true, focalY: true },
}

/** Written from the prepared upload alone, never by a caller. */
function uploadField(name: 'blur' | 'hash'): TextField {
  return {
    name,
    type: 'text',
    admin: { hidden: true },
    access: { create: () => false, update: () => false },
    hooks: {
      beforeChange: [
        ({ req, value }) => (req.context.preparedUpload as PreparedUpload | undefined)?.[name] ?? value,
      ],
    },
  }
}
