export { type ChildPlan, Supervisor } from './Supervisor'
export { serveUntilStopped } from './serveUntilStopped'
export { stopSignal } from './stopSignal'
