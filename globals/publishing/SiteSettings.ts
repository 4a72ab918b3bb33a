import type { Field, GlobalConfig } from 'payload'
import { typefaceOptions } from '@/src/domains/publishing/brand/typefaces'
import { admin, anyOf, anyone } from '@/src/platform/access'

/** Of a choice that nobody made. */
const placeholder = 'As the design has it'

const face = (name: string, label: string): Field => ({
  name,
  label,
  type: 'select',
  options: typefaceOptions,
  enumName: 'enum_site_settings_face',
  admin: { placeholder },
})

/** Over the look that tokens.css gives; whatever is chosen stays readable. */
const lookField: Field = {
  name: 'look',
  type: 'group',
  admin: { description: 'Colours and faces of the site. What is left empty keeps to the design.' },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'accent',
          type: 'text',
          validate: (value: string | null | undefined) =>
            !value || /^#[0-9a-f]{6}$/i.test(value) || 'Use a colour such as #1d4ed8.',
          admin: {
            components: { Field: '/src/domains/publishing/admin/ColourInput#ColourInput' },
            width: '50%',
            description: 'Of links and buttons. It is made darker or lighter where it could not be read.',
          },
        },
        {
          name: 'ground',
          type: 'select',
          options: [
            { value: 'warm', label: 'Warm paper' },
            { value: 'white', label: 'White' },
            { value: 'cool', label: 'Cool grey' },
          ],
          admin: { placeholder, description: 'What pages are printed on by day. By night it is dark.' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        face('headingFace', 'Face of headlines'),
        face('textFace', 'Face of texts'),
        face('interfaceFace', 'Face of everything else'),
      ],
    },
  ],
}

export const SiteSettings: GlobalConfig = {
  slug: 'site-settings',
  admin: { group: 'Site' },
  access: { read: anyOf(anyone), update: anyOf(admin), readVersions: anyOf(admin) },
  fields: [
    { name: 'name', type: 'text', required: true, defaultValue: 'Masthead', maxLength: 120 },
    {
      name: 'tagline',
      type: 'text',
      maxLength: 200,
      admin: { description: 'Below the name, in the footer and in the title of the first page.' },
    },
    {
      name: 'description',
      type: 'textarea',
      maxLength: 500,
      admin: {
        description: 'A sentence or two on what is published here, for search engines and readers of feeds.',
      },
    },
    {
      type: 'row',
      fields: [
        { name: 'logo', type: 'upload', relationTo: 'media' },
        {
          name: 'logoAtNight',
          label: 'Logo on dark ground',
          type: 'upload',
          relationTo: 'media',
          admin: { description: 'Without one, the logo gets a light plate there.' },
        },
      ],
    },
    {
      name: 'icon',
      type: 'upload',
      relationTo: 'media',
      admin: { description: 'Square. Beside the title of a browser’s tab, and on phones.' },
    },
    lookField,
    {
      name: 'authorsMayPublish',
      label: 'Authors may publish their own articles',
      type: 'checkbox',
      defaultValue: false,
      admin: { description: 'Otherwise an editor publishes what authors write.' },
    },
    {
      name: 'readersMaySignUp',
      label: 'Readers may sign up for the newsletter',
      type: 'checkbox',
      defaultValue: true,
      admin: { description: 'Otherwise, and while the site cannot send mail, they are led to the feeds.' },
    },
  ],
}
