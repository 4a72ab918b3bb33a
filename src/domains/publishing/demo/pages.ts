/** The site's own pages, as blocks. `image` names a file of `images/`; `markdown` becomes rich text. */
export type DemoImage = { image: string; alt: string }
export type DemoBlock =
  | {
      blockType: 'hero'
      eyebrow?: string
      heading: string
      text?: string
      image?: DemoImage
      links?: { label: string; url: string; style: 'primary' | 'secondary' }[]
    }
  | { blockType: 'richText'; paragraphs: string[] }
  | {
      blockType: 'features'
      heading?: string
      text?: string
      items: { title: string; text: string; image?: DemoImage; linkLabel?: string; linkUrl?: string }[]
    }
  | {
      blockType: 'pricing'
      heading?: string
      text?: string
      plans: {
        name: string
        price: string
        period?: string
        text?: string
        features: string[]
        highlighted?: boolean
        linkLabel: string
        linkUrl: string
      }[]
    }
  | { blockType: 'callToAction'; heading: string; text?: string; linkLabel: string; linkUrl: string }
  | { blockType: 'contactForm'; heading: string; text?: string; email: string }

export type DemoPage = { slug: string; title: string; description: string; layout: DemoBlock[] }

export const pages: DemoPage[] = [
  {
    slug: 'home',
    title: 'Tallystick',
    description:
      'Markets, software and the people who make both. Explained slowly, with the numbers and the code.',
    layout: [
      {
        blockType: 'hero',
        eyebrow: 'Independent since 2025',
        heading: 'Half the stick is yours',
        text: 'Tallystick explains how markets and software work, shows the numbers and the code, and leaves the conclusion to you. No forecasts, no advice, no coins with circuit boards in the background.',
        image: {
          image: 'what-a-tally-stick-knew.webp',
          alt: 'A notched wooden stick lies split lengthwise in two, between two whole ones',
        },
        links: [
          { label: 'Start here', url: '/articles/what-a-tally-stick-knew', style: 'primary' },
          { label: 'Become a member', url: '/pricing', style: 'secondary' },
        ],
      },
      {
        blockType: 'features',
        heading: 'Three good places to begin',
        items: [
          {
            title: 'How to read an order book',
            text: 'A price is one number. The book behind it is a crowd of promises.',
            image: {
              image: 'how-to-read-an-order-book.webp',
              alt: 'Two staircases of blocks climb away from a gap in front of a pale sun',
            },
            linkLabel: 'Read it',
            linkUrl: '/articles/how-to-read-an-order-book',
          },
          {
            title: 'Idempotent jobs in Postgres',
            text: 'A queue needs no new machine. It needs a table and an honest question.',
            image: {
              image: 'idempotent-jobs-in-postgres.webp',
              alt: 'Boxes travel along a conveyor belt under a stamping machine',
            },
            linkLabel: 'Build it',
            linkUrl: '/articles/idempotent-jobs-in-postgres',
          },
          {
            title: 'The quiet work of maintenance',
            text: 'We celebrate those who build the bridge. This is about those who paint it.',
            image: {
              image: 'the-quiet-work-of-maintenance.webp',
              alt: 'A pegboard wall with tools and their shadows',
            },
            linkLabel: 'Take your time',
            linkUrl: '/articles/the-quiet-work-of-maintenance',
          },
        ],
      },
      {
        blockType: 'callToAction',
        heading: 'The Weekly Tally',
        text: 'Every Friday: one number, one term, one tool and one question.',
        linkLabel: 'Read the latest',
        linkUrl: '/articles/the-weekly-tally-59',
      },
    ],
  },
  {
    slug: 'pricing',
    title: 'Membership',
    description: 'Three out of four articles are free. Members pay for the fourth, and for the rent.',
    layout: [
      {
        blockType: 'hero',
        eyebrow: 'Membership',
        heading: 'Three out of four are free',
        text: 'Members pay for the fourth, and so for all of them. There is no advertising, and we own none of what we write about.',
      },
      {
        blockType: 'pricing',
        heading: 'Choose your half',
        text: 'Cancel whenever you like; you keep what you have paid for until the end of the month.',
        plans: [
          {
            name: 'Reader',
            price: '$0',
            period: 'for good',
            text: 'For everyone who likes to look in.',
            features: ['All free articles', 'The Weekly Tally by mail', 'Members’ articles after signing in'],
            linkLabel: 'Start reading',
            linkUrl: '/archive',
          },
          {
            name: 'Member',
            price: '$9',
            period: 'a month',
            text: 'For those who read to the end.',
            features: [
              'Everything for readers',
              'The deep dives, in full',
              'Data and scripts behind the data notes',
              'Questions to the editors, answered',
            ],
            highlighted: true,
            linkLabel: 'Become a member',
            linkUrl: '/contact',
          },
          {
            name: 'Workshop',
            price: '$50',
            period: 'a month',
            text: 'For a team that learns together.',
            features: ['Ten memberships', 'One invoice', 'A conversation with an author each quarter'],
            linkLabel: 'Write to us',
            linkUrl: '/contact',
          },
        ],
      },
      {
        blockType: 'richText',
        paragraphs: [
          'Whoever cannot pay writes to us and gets in, without giving reasons. We have never asked a question, and we shall not begin.',
          'Schools and libraries read for nothing. A short letter from any address that looks like one is enough.',
        ],
      },
      {
        blockType: 'callToAction',
        heading: 'Not sure yet?',
        text: 'Most people read four articles before they decide. This is a good first one.',
        linkLabel: 'What a trade really costs',
        linkUrl: '/articles/what-a-trade-really-costs',
      },
    ],
  },
  {
    slug: 'about',
    title: 'About Tallystick',
    description: 'Six people in five towns who explain how things work. Why we do it, and by which rules.',
    layout: [
      {
        blockType: 'hero',
        eyebrow: 'About',
        heading: 'Six people, five towns, one stick',
        text: 'We write about markets, about software, and about those who make both. Tallystick has appeared since September 2025, belongs to the people who write it, and fits on a tram.',
        image: {
          image: 'where-we-work.webp',
          alt: 'A desk with a laptop, a mug and a lamp in front of a window with hills',
        },
        links: [{ label: 'Why the name', url: '/articles/what-a-tally-stick-knew', style: 'secondary' }],
      },
      {
        blockType: 'richText',
        paragraphs: [
          'A tally stick was split in two so that each side held the whole record and neither could change it. As a standard for an article, that is not bad: say one thing, be legible to both sides, let it be checked, and leave the reader holding half.',
          'Because real markets come with opinions, we keep an invented one. It is called the Sandpit, its only currency is the acorn, and nearly all our figures are from there. Where we take something from life, we say so.',
        ],
      },
      {
        blockType: 'features',
        heading: 'The house rules',
        items: [
          { title: 'No advice', text: 'We explain mechanisms. What you do with them is your half.' },
          {
            title: 'No holdings',
            text: 'Nobody who writes here owns what they write about. It is in the contracts.',
          },
          { title: 'Code that ran', text: 'Every listing has been run by somebody who signs for it.' },
          {
            title: 'Corrections stay',
            text: 'When we were wrong, it says so at the end of the same page, for good.',
          },
          {
            title: 'Drawn here',
            text: 'No photographs of coins. The pictures are our own, and so are the mistakes in them.',
          },
          {
            title: 'An address',
            text: 'Whoever writes to us gets an answer from a person, within two weeks.',
          },
        ],
      },
      {
        blockType: 'callToAction',
        heading: 'Would you like to write for us?',
        text: 'Three sentences are enough: what it is about, how you know, and what is surprising in it.',
        linkLabel: 'Send them',
        linkUrl: '/contact',
      },
    ],
  },
  {
    slug: 'contact',
    title: 'Contact',
    description: 'Write to the editors of Tallystick: corrections first.',
    layout: [
      {
        blockType: 'hero',
        eyebrow: 'Contact',
        heading: 'Corrections first',
        text: 'Then questions, then proposals, then everything else. A person reads every letter and answers within two weeks.',
        image: {
          image: 'readers-ask-a-year-of-tallystick.webp',
          alt: 'Slips of paper with question marks fly around a large letterbox',
        },
      },
      {
        blockType: 'contactForm',
        heading: 'Write to us',
        text: 'If it is about an article, please tell us which, and which sentence.',
        email: 'letters@tallystick.example',
      },
    ],
  },
]
