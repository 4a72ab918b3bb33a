/** Upper bounds, in seconds, of the histogram of how long jobs run. */
export const durationBounds = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300]

export const outcomes = ['completed', 'failed', 'retried', 'interrupted'] as const
export type JobOutcome = (typeof outcomes)[number]
