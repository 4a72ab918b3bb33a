/** The faces that a site can choose from. All but the system's come with the site; others are put in globals.css. */
export const typefaces = {
  newsreader: { label: 'Newsreader (serif)', css: 'var(--face-newsreader)', file: 'newsreader-5.3.0-cut2' },
  'source-serif': {
    label: 'Source Serif (serif)',
    css: 'var(--face-source-serif)',
    file: 'source-serif-4-5.3.1-cut2',
  },
  'system-serif': { label: 'The reader’s own serif', css: 'var(--face-system-serif)', file: null },
  schibsted: {
    label: 'Schibsted Grotesk (sans)',
    css: 'var(--face-schibsted)',
    file: 'schibsted-grotesk-5.3.0-cut2',
  },
  inter: { label: 'Inter (sans)', css: 'var(--face-inter)', file: 'inter-5.3.0-cut2' },
  'system-sans': { label: 'The reader’s own sans', css: 'var(--face-system-sans)', file: null },
} as const

export type Typeface = keyof typeof typefaces

export const typefaceOptions = Object.entries(typefaces).map(([value, { label }]) => ({ value, label }))
