import { afterEach, expect, test } from 'vitest'
import { setClock } from '@/src/platform/clock'
import { isAnnounced, isUnderway, nextChange, secondsUntilReturn } from './maintenance'

const times = { startsAt: '2026-12-10T12:00:00.000Z', endsAt: '2026-12-10T13:00:00.000Z' }

let putBack = () => {}

afterEach(() => putBack())

function at(moment: string): void {
  putBack = setClock(() => new Date(moment))
}

test('it is announced from 48 hours before, then underway until its end', () => {
  at('2026-12-08T11:59:59Z')
  expect([isAnnounced(times), isUnderway(times)]).toEqual([false, false])
  at('2026-12-08T12:00:00Z')
  expect([isAnnounced(times), isUnderway(times)]).toEqual([true, false])
  at('2026-12-10T12:00:00Z')
  expect([isAnnounced(times), isUnderway(times)]).toEqual([false, true])
  at('2026-12-10T13:00:00Z')
  expect([isAnnounced(times), isUnderway(times)]).toEqual([false, false])
})

test('visitors are told when to return', () => {
  at('2026-12-10T12:50:00Z')
  expect(secondsUntilReturn(times)).toBe(600)
  expect(secondsUntilReturn({ startsAt: times.startsAt })).toBe(600)
  expect(isUnderway({ startsAt: times.startsAt })).toBe(true)
})

test('the next change is the announcement, the beginning, then the end', () => {
  const next = () => new Date(nextChange(times)).toISOString()
  at('2026-12-01T00:00:00Z')
  expect(next()).toBe('2026-12-08T12:00:00.000Z')
  at('2026-12-09T00:00:00Z')
  expect(next()).toBe(times.startsAt)
  at('2026-12-10T12:30:00Z')
  expect(next()).toBe(times.endsAt)
  at('2026-12-11T00:00:00Z')
  expect(nextChange(times)).toBe(Number.POSITIVE_INFINITY)
})

test('nothing planned is nothing announced', () => {
  expect([isAnnounced({}), isUnderway({})]).toEqual([false, false])
})
