/** The inks: one set a category, so that a reader knows the section from the picture. */
export type Palette = { ink: string; main: string; light: string; paper: string; accent: string }

export const palettes = {
  'market-insights': {
    ink: '#10302a',
    main: '#1f7f68',
    light: '#a7d9c3',
    paper: '#f4eee0',
    accent: '#ea5b33',
  },
  'data-notes': { ink: '#13203f', main: '#2c66d0', light: '#b5d0f5', paper: '#f2efe6', accent: '#f4ab35' },
  'technical-guides': {
    ink: '#1c1a48',
    main: '#5a4fd4',
    light: '#c8c3f6',
    paper: '#f3f0ee',
    accent: '#e0ef5c',
  },
  protocols: { ink: '#2f1433', main: '#93397a', light: '#efbdd2', paper: '#f8eee6', accent: '#f47a4d' },
  craft: { ink: '#35220f', main: '#cb7a28', light: '#f3d19c', paper: '#f9f2e4', accent: '#1b7d7e' },
  people: { ink: '#0d2e3a', main: '#21798e', light: '#b3dde1', paper: '#f6efe5', accent: '#f2735c' },
  'weekly-tally': { ink: '#1f1d22', main: '#d4412f', light: '#f4c5b1', paper: '#f5eee1', accent: '#2b7099' },
} satisfies Record<string, Palette>

export type PaletteName = keyof typeof palettes
