/** The figures inside articles, by file name. */

import { tide } from '../motifs/markets'
import { palettes } from '../palettes'
import { page, randomOf } from '../svg'
import { figureHeight, figureWidth } from './chart'
import * as diagrams from './diagrams'
import * as marketCharts from './marketCharts'
import * as timeCharts from './timeCharts'

const plain = (draw: () => string) => () => page(draw(), figureWidth, figureHeight, 0)

const harbour = () =>
  tide({ p: palettes['market-insights'], random: randomOf('liquidity-is-a-promise'), seed: '', label: '' })
const outlined =
  '<style>*{fill:none!important;stroke:#10302a!important;stroke-width:3px!important;opacity:1!important}</style>'

export const figures: Record<string, () => string> = {
  'figure-depth-chart': plain(marketCharts.depthChart),
  'figure-cost-of-a-trade': plain(marketCharts.costOfATrade),
  'figure-liquidation-cascade': plain(marketCharts.liquidationCascade),
  'figure-fees-by-hour': plain(marketCharts.feesByHour),
  'figure-half-life': plain(timeCharts.halfLife),
  'figure-weekend-depth': plain(timeCharts.weekendDepth),
  'figure-confirmation-times': plain(timeCharts.confirmationTimes),
  'figure-retry-storm': plain(timeCharts.retryStorm),
  'figure-merkle-proof': plain(diagrams.merkleProof),
  'figure-transaction-journey': plain(diagrams.transactionJourney),
  'figure-event-stream': plain(diagrams.eventStream),
  'figure-boxes-and-arrows': plain(diagrams.boxesAndArrows),
  'figure-sequence': plain(diagrams.sequenceOfMessages),
  'figure-napkin-sketch': plain(diagrams.napkinSketch),
  'making-1-construction': () =>
    page(
      `<rect width="1600" height="900" style="fill:#f4eee0!important"/>${outlined}${withoutDots(harbour())}`,
      1600,
      900,
      0,
    ),
  'making-2-flat-colour': () => page(withoutDots(harbour()), 1600, 900, 0),
  'making-3-stipple-and-grain': () => page(harbour()),
}

/** Our stipple is the only path drawn with this round, tiny step. */
const withoutDots = (svg: string) => svg.replaceAll(/<path d="(?:M[\d. -]+h\.1)+"[^>]*\/>/g, '')
