import type { Block, Field } from 'payload'
import { articleEditor } from './articleEditor'

const linkFields = (prefix = ''): Field => ({
  type: 'row',
  fields: [
    { name: prefix ? `${prefix}Label` : 'label', type: 'text' },
    {
      name: prefix ? `${prefix}Url` : 'url',
      type: 'text',
      validate: (value: string | null | undefined) =>
        !value ||
        /^(\/|https?:\/\/|mailto:|#)/.test(value) ||
        'Enter a path (/…) or a whole address (https://…).',
    },
  ],
})

const hero: Block = {
  slug: 'hero',
  interfaceName: 'HeroBlock',
  fields: [
    { name: 'eyebrow', type: 'text' },
    { name: 'heading', type: 'text', required: true },
    { name: 'text', type: 'textarea' },
    { name: 'image', type: 'upload', relationTo: 'media' },
    {
      name: 'links',
      type: 'array',
      maxRows: 3,
      fields: [
        linkFields(),
        { name: 'style', type: 'select', defaultValue: 'primary', options: ['primary', 'secondary'] },
      ],
    },
  ],
}

const richText: Block = {
  slug: 'richText',
  interfaceName: 'RichTextBlock',
  fields: [{ name: 'content', type: 'richText', required: true, editor: articleEditor }],
}

const features: Block = {
  slug: 'features',
  interfaceName: 'FeaturesBlock',
  labels: { singular: 'Features', plural: 'Features' },
  fields: [
    { name: 'heading', type: 'text' },
    { name: 'text', type: 'textarea' },
    {
      name: 'items',
      type: 'array',
      minRows: 1,
      fields: [
        { name: 'title', type: 'text', required: true },
        { name: 'text', type: 'textarea' },
        { name: 'image', type: 'upload', relationTo: 'media' },
        linkFields('link'),
      ],
    },
  ],
}

const pricing: Block = {
  slug: 'pricing',
  interfaceName: 'PricingBlock',
  labels: { singular: 'Pricing', plural: 'Pricing' },
  fields: [
    { name: 'heading', type: 'text' },
    { name: 'text', type: 'textarea' },
    {
      name: 'plans',
      type: 'array',
      minRows: 1,
      fields: [
        { name: 'name', type: 'text', required: true },
        { name: 'price', type: 'text', required: true, admin: { placeholder: '$9' } },
        { name: 'period', type: 'text', admin: { placeholder: 'a month' } },
        { name: 'text', type: 'textarea' },
        { name: 'features', type: 'text', hasMany: true },
        { name: 'highlighted', type: 'checkbox', defaultValue: false },
        linkFields('link'),
      ],
    },
  ],
}

const callToAction: Block = {
  slug: 'callToAction',
  interfaceName: 'CallToActionBlock',
  labels: { singular: 'Call to action', plural: 'Calls to action' },
  fields: [
    { name: 'heading', type: 'text', required: true },
    { name: 'text', type: 'textarea' },
    linkFields('link'),
  ],
}

const contactForm: Block = {
  slug: 'contactForm',
  interfaceName: 'ContactFormBlock',
  labels: { singular: 'Contact form', plural: 'Contact forms' },
  fields: [
    { name: 'heading', type: 'text' },
    { name: 'text', type: 'textarea' },
    { name: 'email', type: 'email', admin: { description: 'Shown to visitors as the address to write to.' } },
  ],
}

export const pageBlocks = [hero, richText, features, pricing, callToAction, contactForm]
