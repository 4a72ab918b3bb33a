import type { Chore } from '@/src/platform/worker'
import { catchUpSearch } from './publishing'

/** What every worker looks after all the time, beside jobs: too small and too frequent to be one. */
export const chores: Chore[] = [
  {
    failure: 'The words of new articles could not be taken up for the search',
    everyMs: 5_000,
    run: catchUpSearch,
  },
]
