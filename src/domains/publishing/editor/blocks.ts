import type { Block } from 'payload'
import { blockIcon } from './blockIcon'
import { noteEditor } from './noteEditor'

/** Blocks of an article. Each is rendered by `components/blocks` under the same name. */
const code: Block = {
  slug: 'code',
  interfaceName: 'CodeBlock',
  labels: { singular: 'Code', plural: 'Code' },
  admin: { images: { icon: blockIcon('code') } },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'language', type: 'text', defaultValue: 'text', admin: { width: '40%' } },
        { name: 'title', type: 'text', admin: { width: '60%', placeholder: 'src/index.ts' } },
      ],
    },
    // The panel's own code field loads an editor from another host.
    { name: 'code', type: 'textarea', required: true, admin: { rows: 4, className: 'code-input' } },
  ],
}

const callout: Block = {
  slug: 'callout',
  interfaceName: 'CalloutBlock',
  labels: { singular: 'Callout', plural: 'Callouts' },
  admin: { images: { icon: blockIcon('callout') } },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'tone',
          type: 'select',
          defaultValue: 'info',
          required: true,
          options: [
            { value: 'info', label: 'Information' },
            { value: 'tip', label: 'Tip' },
            { value: 'warning', label: 'Warning' },
            { value: 'danger', label: 'Danger' },
          ],
        },
        { name: 'title', type: 'text' },
      ],
    },
    { name: 'content', type: 'richText', required: true, editor: noteEditor },
  ],
}

const gallery: Block = {
  slug: 'gallery',
  interfaceName: 'GalleryBlock',
  labels: { singular: 'Gallery', plural: 'Galleries' },
  admin: { images: { icon: blockIcon('gallery') } },
  fields: [
    {
      name: 'images',
      type: 'array',
      minRows: 1,
      maxRows: 40,
      fields: [
        { name: 'media', type: 'upload', relationTo: 'media', required: true },
        { name: 'caption', type: 'text' },
      ],
    },
  ],
}

const embed: Block = {
  slug: 'embed',
  interfaceName: 'EmbedBlock',
  labels: { singular: 'Video or embed', plural: 'Videos and embeds' },
  admin: { images: { icon: blockIcon('embed') } },
  fields: [
    {
      name: 'url',
      type: 'text',
      required: true,
      validate: (value: string | null | undefined) =>
        /^https:\/\//.test(value ?? '') || 'Enter an address beginning with https://',
      admin: { description: 'YouTube, Vimeo and others; loaded only when a reader clicks it.' },
    },
    { name: 'title', type: 'text' },
    { name: 'caption', type: 'text' },
  ],
}

const quotePrice: Block = {
  slug: 'quotePrice',
  interfaceName: 'QuotePriceBlock',
  admin: { images: { icon: blockIcon('price') } },
  labels: { singular: 'Quote price', plural: 'Quote prices' },
  fields: [
    {
      name: 'symbol',
      type: 'text',
      required: true,
      admin: { description: 'A symbol of the market quotes, such as BTC.' },
    },
  ],
}

const newsletter: Block = {
  slug: 'newsletter',
  interfaceName: 'NewsletterBlock',
  admin: { images: { icon: blockIcon('newsletter') } },
  labels: { singular: 'Newsletter sign-up', plural: 'Newsletter sign-ups' },
  fields: [
    { name: 'heading', type: 'text' },
    { name: 'text', type: 'textarea' },
  ],
}

const paywall: Block = {
  slug: 'paywall',
  interfaceName: 'PaywallBlock',
  admin: { images: { icon: blockIcon('paywall') } },
  labels: { singular: 'Paywall break', plural: 'Paywall breaks' },
  fields: [
    {
      name: 'note',
      type: 'text',
      admin: {
        description: 'What follows is for those the audience names. Words for everyone else, if any.',
      },
    },
  ],
}

const footnote: Block = {
  slug: 'footnote',
  interfaceName: 'FootnoteBlock',
  labels: { singular: 'Footnote', plural: 'Footnotes' },
  admin: { images: { icon: blockIcon('footnote') } },
  fields: [{ name: 'note', type: 'richText', required: true, editor: noteEditor }],
}

const anchor: Block = {
  slug: 'anchor',
  interfaceName: 'AnchorBlock',
  labels: { singular: 'Anchor', plural: 'Anchors' },
  admin: { images: { icon: blockIcon('anchor') } },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      admin: { description: 'Links to #name arrive here.' },
    },
  ],
}

export const articleBlocks = [code, callout, gallery, embed, quotePrice, newsletter, paywall]
export const articleInlineBlocks = [footnote, anchor]
