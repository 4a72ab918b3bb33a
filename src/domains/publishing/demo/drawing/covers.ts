/** Which drawing opens which article. The map is the list. */
import * as agreements from './motifs/agreements'
import * as balances from './motifs/balances'
import * as data from './motifs/data'
import * as machines from './motifs/machines'
import * as markets from './motifs/markets'
import * as numerals from './motifs/numerals'
import * as papers from './motifs/papers'
import * as people from './motifs/people'
import * as proofs from './motifs/proofs'
import * as signals from './motifs/signals'
import * as stores from './motifs/stores'
import * as terrain from './motifs/terrain'
import * as workshop from './motifs/workshop'
import type { PaletteName } from './palettes'
import type { Motif } from './svg'

type Cover = { palette: PaletteName; motif: Motif; label?: string }

const cover = (palette: PaletteName, motif: Motif, label = ''): Cover => ({ palette, motif, label })

export const covers: Record<string, Cover> = {
  'how-to-read-an-order-book': cover('market-insights', markets.orderBook),
  'liquidity-is-a-promise': cover('market-insights', markets.tide),
  'what-a-stablecoin-promises': cover('market-insights', balances.balance),
  'the-anatomy-of-a-liquidation': cover('market-insights', balances.dominoes),
  'funding-rates-without-the-folklore': cover('market-insights', balances.pendulum),
  'why-volume-lies': cover('market-insights', balances.mirrors),
  'a-market-that-never-closes': cover('market-insights', markets.candleCity),
  'what-a-trade-really-costs': cover('market-insights', balances.receipt),
  'data-note-fees-by-the-hour': cover('data-notes', data.heatmap),
  'data-note-the-half-life-of-a-dependency': cover('data-notes', data.rings),
  'data-note-the-weekend-effect': cover('data-notes', data.week),
  'data-note-waiting-for-confirmation': cover('data-notes', data.histogram),
  'verify-a-webhook-signature': cover('technical-guides', signals.sealedLetter),
  'idempotent-jobs-in-postgres': cover('technical-guides', machines.conveyor),
  'money-is-not-a-float': cover('technical-guides', stores.slicedCoin),
  'retries-backoff-and-jitter': cover('technical-guides', signals.bounces),
  'a-cache-that-tells-the-truth': cover('technical-guides', stores.reflection),
  'the-backup-you-have-restored': cover('technical-guides', stores.drawers),
  'a-price-ticker-with-server-sent-events': cover('technical-guides', machines.broadcast),
  'merkle-trees-in-sixty-lines': cover('technical-guides', proofs.merkle),
  'rate-limits-that-feel-fair': cover('technical-guides', machines.bucket),
  'what-a-tally-stick-knew': cover('protocols', agreements.tallies),
  'was-ein-kerbholz-wusste': cover('protocols', agreements.tallies),
  'how-a-transaction-travels': cover('protocols', proofs.journey),
  'consensus-for-people-who-sit-in-meetings': cover('protocols', agreements.roundTable),
  'zero-knowledge-in-a-paper-maze': cover('protocols', proofs.maze),
  'fee-markets-at-a-bakery': cover('protocols', agreements.bakery),
  'ten-questions-about-keys': cover('protocols', proofs.keyring),
  'what-a-validator-does-all-day': cover('protocols', machines.circuit),
  'the-quiet-work-of-maintenance': cover('craft', workshop.toolWall),
  'in-praise-of-the-second-draft': cover('craft', workshop.drafts),
  'naming-things-on-purpose': cover('craft', papers.labels),
  'estimating-is-a-conversation': cover('craft', terrain.topography),
  'release-notes-worth-reading': cover('craft', papers.paragraphs),
  'review-a-year-of-plain-text-accounting': cover('craft', papers.openLedger),
  'review-three-ways-to-draw-a-system': cover('craft', papers.diagrams),
  'how-we-make-these-pictures': cover('craft', terrain.layers),
  'the-pattern-drawn-in-thread': cover('craft', workshop.loom),
  'a-market-makers-tuesday': cover('people', people.conversation),
  'the-woman-who-keeps-the-time': cover('people', numerals.clock),
  'she-writes-the-error-messages': cover('people', people.signpost),
  'on-call-at-the-edge-of-the-map': cover('people', signals.lighthouse),
  'readers-ask-a-year-of-tallystick': cover('people', people.questions),
  'where-we-work': cover('people', people.studioDesk),
  'the-weekly-tally-48': cover('weekly-tally', numerals.numeral, '48'),
  'the-weekly-tally-57': cover('weekly-tally', numerals.numeral, '57'),
  'the-weekly-tally-58': cover('weekly-tally', numerals.numeral, '58'),
  'the-weekly-tally-59': cover('weekly-tally', numerals.numeral, '59'),
}
