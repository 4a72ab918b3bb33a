/** Contenders that are asked in turns, so that what the machine does meanwhile meets all of them. */
import { type Ask, type LoadFigures, load } from './load'

export const rounds = 3
export const seconds = 3
/** Each contender does each of its works for so long before it is measured: a new process becomes faster for a while. */
const warmUpSeconds = 6

export interface Turn {
  origin: string
  next: () => Ask
}

/** @returns the round of each with the median of requests a second. */
export async function takeTurns<Name extends string>(
  contenders: Partial<Record<Name, Turn>>,
): Promise<Partial<Record<Name, LoadFigures>>> {
  const turns = Object.entries(contenders) as [Name, Turn][]
  const taken = new Map(turns.map(([name]): [Name, LoadFigures[]] => [name, []]))
  for (const [, { origin, next }] of turns) await load(origin, warmUpSeconds, next)
  for (let round = 0; round < rounds; round += 1)
    for (const [name, { origin, next }] of turns) taken.get(name)?.push(await load(origin, seconds, next))
  const medians = [...taken].map(([name, each]) => [name, medianOf(each)])
  return Object.fromEntries(medians)
}

function medianOf(figures: LoadFigures[]): LoadFigures | undefined {
  return figures.sort((one, other) => one.perSecond - other.perSecond)[Math.floor(figures.length / 2)]
}
