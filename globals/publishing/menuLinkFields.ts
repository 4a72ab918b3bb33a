import type { Field } from 'payload'

/** A word and where it leads. */
export function menuLinkFields(): Field[] {
  return [
    {
      type: 'row',
      fields: [
        { name: 'label', type: 'text', required: true, maxLength: 80 },
        {
          name: 'url',
          type: 'text',
          required: true,
          validate: (value: string | null | undefined) =>
            /^(\/(?!\/)|https?:\/\/|mailto:|#)/.test(value ?? '') ||
            'Enter a path (/…) or a whole address (https://…).',
        },
      ],
    },
  ]
}
