import { expect, test } from 'vitest'
import { csv } from './csv'

test('a table has a head, one line a row, and a mark that says UTF-8', () => {
  expect(
    csv(
      ['name', 'at'],
      [
        ['Zoë', new Date(0)],
        [null, 3],
        [true, undefined],
      ],
    ),
  ).toBe('\uFEFFname,at\r\nZoë,1970-01-01T00:00:00.000Z\r\n,3\r\ntrue,\r\n')
})

test('commas, quotes and line ends stay inside of their cell', () => {
  expect(csv(['a'], [['x,y'], ['say "hi"'], ['two\nlines'], ['semi;colon']])).toBe(
    '\uFEFFa\r\n"x,y"\r\n"say ""hi"""\r\n"two\nlines"\r\n"semi;colon"\r\n',
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =cmd', '\u00a0=1', '＝1', '|calc', '%1'])(
  'a spreadsheet does not run %j',
  (cell) => {
    const [, line = ''] = csv(['a'], [[cell]]).split('\r\n')
    expect(line.replace(/^"/, '')).toMatch(/^'/)
  },
)

test('a number stays a number', () => {
  expect(csv(['a'], [[-1.5]])).toContain('\r\n-1.5\r\n')
})
