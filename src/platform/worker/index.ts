export type { Chore } from './startChores'
export { startWorker, type Worker, type WorkerOptions } from './startWorker'
