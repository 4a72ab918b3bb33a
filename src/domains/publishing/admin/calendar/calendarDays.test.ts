import { expect, test } from 'vitest'
import { addSpans, daysOf, keyOf, movedTo, titleOf } from './calendarDays'

test('a month is shown in whole weeks that begin on Monday', () => {
  const days = daysOf(new Date(2026, 10, 21), 'month')
  expect([days.length, keyOf(days[0] as Date), keyOf(days.at(-1) as Date)]).toEqual([
    42,
    '2026-10-26',
    '2026-12-06',
  ])
  expect(daysOf(new Date(2027, 1, 10), 'month')).toHaveLength(28)
})

test('a week is seven days, over the end of a year too', () => {
  const days = daysOf(new Date(2027, 0, 1), 'week')
  expect([days.length, keyOf(days[0] as Date), keyOf(days[6] as Date)]).toEqual([
    7,
    '2026-12-28',
    '2027-01-03',
  ])
  expect(titleOf(new Date(2027, 0, 1), 'week')).toBe('28 Dec – 3 Jan 2027')
})

test('the month after a long one is the next, not the one after it', () => {
  expect(keyOf(addSpans(new Date(2026, 0, 31), 'month', 1))).toBe('2026-02-01')
})

test('what is moved keeps its time of day, or takes a whole hour', () => {
  const moment = new Date(2026, 10, 21, 9, 45)
  expect(movedTo(moment, new Date(2026, 10, 30)).toString()).toBe(new Date(2026, 10, 30, 9, 45).toString())
  expect(movedTo(moment, new Date(2026, 10, 30), 14).toString()).toBe(new Date(2026, 10, 30, 14).toString())
})
