/** What a site is printed on, by day and at night: `[day, night]` of the tokens that make it. */
export const grounds = {
  warm: {
    paper: ['#fbf7ef', '#141316'],
    'paper-raised': ['#fffdf8', '#1c1b1f'],
    'paper-sunk': ['#f3ecdf', '#201e23'],
    rule: ['#ddd3c2', '#37343b'],
  },
  white: {
    paper: ['#ffffff', '#121214'],
    'paper-raised': ['#ffffff', '#1b1b1e'],
    'paper-sunk': ['#f4f4f5', '#1f1f23'],
    rule: ['#dedee2', '#36363c'],
  },
  cool: {
    paper: ['#f6f8fb', '#10141a'],
    'paper-raised': ['#ffffff', '#181d25'],
    'paper-sunk': ['#e9eef4', '#1c222b'],
    rule: ['#d3dbe5', '#323a46'],
  },
} as const

export type Ground = keyof typeof grounds
