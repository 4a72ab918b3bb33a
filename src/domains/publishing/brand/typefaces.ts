/** The faces that a site can choose from. All but the system's come with the site; others are put in globals.css. */
export const typefaces = {
  newsreader: { label: 'Newsreader (serif)', css: 'var(--face-newsreader)' },
  'source-serif': { label: 'Source Serif (serif)', css: 'var(--face-source-serif)' },
  'system-serif': { label: 'The reader’s own serif', css: 'var(--face-system-serif)' },
  schibsted: { label: 'Schibsted Grotesk (sans)', css: 'var(--face-schibsted)' },
  inter: { label: 'Inter (sans)', css: 'var(--face-inter)' },
  'system-sans': { label: 'The reader’s own sans', css: 'var(--face-system-sans)' },
} as const

export type Typeface = keyof typeof typefaces

export const typefaceOptions = Object.entries(typefaces).map(([value, { label }]) => ({ value, label }))
