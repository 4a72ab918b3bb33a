import type { Field } from 'payload'

/** What search engines and social networks are told, where it differs from what readers see. */
export const seoField: Field = {
  name: 'seo',
  label: 'SEO',
  type: 'group',
  fields: [
    {
      name: 'title',
      type: 'text',
      maxLength: 200,
      admin: { description: 'Shown in search results instead of the title. About 60 characters fit.' },
    },
    {
      name: 'description',
      type: 'textarea',
      maxLength: 500,
      admin: { description: 'Shown below it instead of the excerpt. About 160 characters fit.' },
    },
    {
      name: 'image',
      type: 'upload',
      relationTo: 'media',
      admin: { description: 'Shown when the page is shared. 1200 × 630 is best.' },
    },
    {
      name: 'canonical',
      type: 'text',
      validate: (value: string | null | undefined) =>
        !value ||
        (URL.canParse(value) && /^https?:/i.test(value)) ||
        'Enter a whole address, beginning with https://',
      admin: { description: 'The address of the original, when this was published elsewhere first.' },
    },
    { name: 'noindex', type: 'checkbox', defaultValue: false, label: 'Hide from search engines' },
  ],
}
