import type { ImportState } from '../../importing/runs/states'

/** How the panel says where an import stands. */
export const stateWords: Record<ImportState, string> = {
  new: 'Uploaded',
  checking: 'Looking through it …',
  checked: 'Ready to import',
  importing: 'Importing …',
  imported: 'Imported',
  undoing: 'Undoing …',
  undone: 'Undone',
  failed: 'Failed',
}

export const kinds = [
  {
    value: 'wordpress',
    label: 'WordPress',
    accept: '.xml,.zip',
    hint: 'Tools › Export in WordPress gives one XML file.',
  },
  {
    value: 'ghost',
    label: 'Ghost',
    accept: '.json,.zip',
    hint: 'Settings › Export in Ghost gives a JSON file; a ZIP of it with the images brings these too.',
  },
  {
    value: 'markdown',
    label: 'Markdown (Jekyll, Hugo, Astro, plain)',
    accept: '.zip',
    hint: 'The folder of the site, as a ZIP.',
  },
  { value: 'json', label: 'Export of this CMS', accept: '.json', hint: 'What npm run export -- json made.' },
] as const

/** What a collection holds, in the words of the panel. */
export const nounOf: Record<string, string> = {
  content: 'articles',
  pages: 'pages',
  categories: 'categories',
  tags: 'tags',
  profiles: 'authors',
  media: 'media files',
  files: 'private files',
  redirects: 'redirects',
  'market-quotes': 'market quotes',
  'imported-comments': 'comments',
}
