/** The sections, parents before children. Colours are the main inks of `drawing/palettes.ts`. */
export type DemoCategory = {
  slug: string
  name: string
  description: string
  colour: string
  parent?: string
}

export const categories: DemoCategory[] = [
  {
    slug: 'market-insights',
    name: 'Market Insights',
    description:
      'How markets are built and how they behave: order books, liquidity, leverage and the people in between. No forecasts.',
    colour: '#1f7f68',
  },
  {
    slug: 'data-notes',
    name: 'Data Notes',
    description:
      'One question, one chart, one table, mostly from the Sandpit, our simulated market. Short enough for a coffee.',
    colour: '#2c66d0',
    parent: 'market-insights',
  },
  {
    slug: 'technical-guides',
    name: 'Technical Guides',
    description: 'How to build things that hold, with code that has been run and the mistakes left in.',
    colour: '#5a4fd4',
  },
  {
    slug: 'protocols',
    name: 'Protocols',
    description:
      'Agreements between strangers, explained with sticks, bread and allotments: ledgers, consensus, keys, proofs.',
    colour: '#93397a',
  },
  {
    slug: 'craft',
    name: 'Craft',
    description: 'Writing, naming, estimating, maintaining: the part of the work that is not in the manual.',
    colour: '#a85f14',
  },
  {
    slug: 'people',
    name: 'People',
    description:
      'Conversations with those who make it, answer for it or keep it going. Some of them are invented.',
    colour: '#21798e',
  },
  {
    slug: 'weekly-tally',
    name: 'The Weekly Tally',
    description: 'Every Friday: one number, one term, one tool and one question.',
    colour: '#c2371f',
  },
]
