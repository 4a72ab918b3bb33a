import type { Block, Field } from 'payload'
import { articleEditor } from './articleEditor'
import { blockIcon } from './blockIcon'

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
  labels: { singular: 'Hero', plural: 'Heroes' },
  admin: { images: { icon: blockIcon('hero') } },
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
        {
          name: 'style',
          type: 'select',
          defaultValue: 'primary',
          options: [
            { value: 'primary', label: 'Main button' },
            { value: 'secondary', label: 'Second button' },
          ],
        },
      ],
    },
  ],
}

const richText: Block = {
  slug: 'richText',
  interfaceName: 'RichTextBlock',
  labels: { singular: 'Text', plural: 'Texts' },
  admin: { images: { icon: blockIcon('text') } },
  fields: [{ name: 'content', type: 'richText', required: true, editor: articleEditor }],
}

const features: Block = {
  slug: 'features',
  interfaceName: 'FeaturesBlock',
  admin: { images: { icon: blockIcon('features') } },
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
  admin: { images: { icon: blockIcon('pricing') } },
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
  admin: { images: { icon: blockIcon('action') } },
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
  admin: { images: { icon: blockIcon('contact') } },
  labels: { singular: 'Contact form', plural: 'Contact forms' },
  fields: [
    { name: 'heading', type: 'text' },
    { name: 'text', type: 'textarea' },
    { name: 'email', type: 'email', admin: { description: 'Shown to visitors as the address to write to.' } },
  ],
}

export const pageBlocks = [hero, richText, features, pricing, callToAction, contactForm]
