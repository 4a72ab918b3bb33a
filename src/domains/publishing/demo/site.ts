/** What stands around the articles: name, menus, footer, defaults. Pictures are named by their file. */
export const settings = {
  name: 'Tallystick',
  tagline: 'Markets, software and the people who make both',
  description:
    'An independent publication about digital assets, software and the craft behind them. It explains how things work, shows the numbers and the code, and gives no advice.',
}

export const logo = {
  image: 'tallystick-logo.webp',
  alt: 'Tallystick: a split tally stick with the name beside it',
}

export const logoAtNight = { ...logo, image: 'tallystick-logo-night.webp' }

export const icon = { image: 'tallystick-icon.webp', alt: 'Tallystick: a split tally stick' }

export const navigation = [
  {
    label: 'Market Insights',
    url: '/categories/market-insights',
    children: [
      { label: 'All of Market Insights', url: '/categories/market-insights' },
      { label: 'Data Notes', url: '/categories/data-notes' },
    ],
  },
  { label: 'Guides', url: '/categories/technical-guides' },
  { label: 'Protocols', url: '/categories/protocols' },
  { label: 'Craft', url: '/categories/craft' },
  { label: 'People', url: '/categories/people' },
  { label: 'Weekly Tally', url: '/categories/weekly-tally' },
  {
    label: 'About',
    url: '/about',
    children: [
      { label: 'Who we are', url: '/about' },
      { label: 'Membership', url: '/pricing' },
      { label: 'Contact', url: '/contact' },
    ],
  },
]

export const footer = {
  columns: [
    {
      title: 'Read',
      links: [
        { label: 'Market Insights', url: '/categories/market-insights' },
        { label: 'Data Notes', url: '/categories/data-notes' },
        { label: 'Technical Guides', url: '/categories/technical-guides' },
        { label: 'Protocols', url: '/categories/protocols' },
      ],
    },
    {
      title: 'More',
      links: [
        { label: 'Craft', url: '/categories/craft' },
        { label: 'People', url: '/categories/people' },
        { label: 'The Weekly Tally', url: '/categories/weekly-tally' },
        { label: 'Archive', url: '/archive' },
      ],
    },
    {
      title: 'Tallystick',
      links: [
        { label: 'About', url: '/about' },
        { label: 'Membership', url: '/pricing' },
        { label: 'Contact', url: '/contact' },
      ],
    },
  ],
  note: 'Tallystick is an invented publication that comes with Masthead. People, companies and prices in it are made up, and nothing here is advice.',
  social: [{ label: 'Write to us', url: '/contact' }],
}

export const seoDefaults = {
  titleTemplate: '%s · Tallystick',
  description: settings.description,
  image: {
    image: 'what-a-tally-stick-knew.webp',
    alt: 'A notched wooden stick lies split lengthwise in two',
  },
}
