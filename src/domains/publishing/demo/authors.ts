/** The six people of Tallystick. All of them are invented. */
export type DemoAuthor = {
  username: string
  name: string
  bio: string
  location: string
  website: string
  links: { label: string; url: string }[]
  skills: string[]
  portrait: string
}

export const authors: DemoAuthor[] = [
  {
    username: 'mirela-antonescu',
    name: 'Mirela Antonescu',
    bio: 'Mirela founded Tallystick and edits it, on paper and in pencil. Before that she spent nine years on the settlement desk of a small bank, where she learnt that the interesting part of a trade begins when everyone has gone to lunch. She writes about how markets are built and what they ask of people.',
    location: 'Brașov',
    website: 'https://tallystick.example/mirela',
    links: [
      { label: 'Letters', url: 'mailto:mirela@tallystick.example' },
      { label: 'Talks', url: 'https://tallystick.example/mirela/talks' },
    ],
    skills: ['Market structure', 'Settlement', 'Editing'],
    portrait: 'A woman with long dark hair, parted at the side, and orange earrings',
  },
  {
    username: 'kofi-lindqvist',
    name: 'Kofi Lindqvist',
    bio: 'Kofi looks after the Sandpit, our simulated market, and writes the data notes. He trained as a hydrologist and maintains that an order book is a river with opinions. Once a year he publishes a chart without labels and a prize for whoever guesses it.',
    location: 'Malmö',
    website: 'https://tallystick.example/kofi',
    links: [
      { label: 'Notebooks', url: 'https://tallystick.example/kofi/notebooks' },
      { label: 'Corrections', url: 'mailto:kofi@tallystick.example' },
    ],
    skills: ['Statistics', 'SQL', 'Simulation', 'Charts'],
    portrait: 'A man with short black hair, a beard and round white glasses',
  },
  {
    username: 'hana-morishige',
    name: 'Hana Morishige',
    bio: 'Hana keeps our site running and writes the technical guides, in that order. She has been on call, on and off, for eleven years, and believes that most reliability is good manners. Her guides contain only code that she has run.',
    location: 'Graz',
    website: 'https://tallystick.example/hana',
    links: [
      { label: 'Code', url: 'https://tallystick.example/hana/code' },
      { label: 'The little green book', url: 'https://tallystick.example/hana/on-call' },
    ],
    skills: ['TypeScript', 'PostgreSQL', 'Reliability', 'HTTP'],
    portrait: 'A woman with a dark blue bob, a straight fringe and a lime pullover',
  },
  {
    username: 'joaquim-belart',
    name: 'Joaquim Belart',
    bio: 'Joaquim explains protocols, preferably with things that are in the kitchen. He taught mathematics at a night school for twenty years and tests every article on his former pupils. He draws on the back of wallpaper.',
    location: 'Girona',
    website: 'https://tallystick.example/joaquim',
    links: [{ label: 'Wallpapers', url: 'https://tallystick.example/joaquim/wallpapers' }],
    skills: ['Cryptography', 'Consensus', 'Teaching', 'Translation'],
    portrait: 'An older man with swept grey hair, a moustache and a small chin beard',
  },
  {
    username: 'nandini-keller',
    name: 'Nandini Keller',
    bio: 'Nandini writes about the craft: about names, drafts, estimates, and the software that was there before us. She has lived from maintaining other people’s programs for fifteen years, and binds books at the weekend.',
    location: 'Basel',
    website: 'https://tallystick.example/nandini',
    links: [
      { label: 'Essays', url: 'https://tallystick.example/nandini/essays' },
      { label: 'Bookbinding', url: 'https://tallystick.example/nandini/books' },
    ],
    skills: ['Writing', 'Maintenance', 'Code review', 'Bookbinding'],
    portrait: 'A woman with a high bun, round dark glasses and white earrings',
  },
  {
    username: 'elliot-varga',
    name: 'Elliot Varga',
    bio: 'Elliot does the interviews, the pictures and the Weekly Tally, which he writes on the number 4 tram, there and back. He was a radio reporter before and still hears articles rather than reading them.',
    location: 'Linz',
    website: 'https://tallystick.example/elliot',
    links: [{ label: 'The Weekly Tally', url: 'mailto:tally@tallystick.example' }],
    skills: ['Interviews', 'Illustration', 'Radio', 'Newsletters'],
    portrait: 'A young man with curly red hair and freckles in a dark pullover',
  },
]
