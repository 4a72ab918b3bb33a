import type { ImportAct } from './schemas'

/** Where an import stands. */
export type ImportState =
  | 'new'
  | 'checking'
  | 'checked'
  | 'importing'
  | 'imported'
  | 'undoing'
  | 'undone'
  | 'failed'

/** While an act runs, and after it. */
export const statesOf: Record<ImportAct, { running: ImportState; done: ImportState }> = {
  check: { running: 'checking', done: 'checked' },
  import: { running: 'importing', done: 'imported' },
  undo: { running: 'undoing', done: 'undone' },
}

export function isRunning(state: string): boolean {
  return Object.values(statesOf).some(({ running }) => running === state)
}
