import { expect, test } from 'vitest'
import { cleanDeep, cleanLine, cleanLines } from './cleanText'

test('a line loses controls and turns of direction, and keeps its words apart', () => {
  expect(cleanLine('A\u0000 b\u0007ell\u007f\u0085 and\r\n\tmore\u2028still')).toBe('A bell and more still')
  expect(cleanLine('safe\u202egnp.exe\u2066x\u2069')).toBe('safegnp.exex')
})

test('signs that are text stay: accents, emoji that are joined, marks of direction in texts', () => {
  const text = 'Ça va 👩‍💻 שלום\u200f e\u0301 \u00ad\u00a0…'
  expect(cleanLine(text)).toBe(text)
  expect(cleanLines('one\n\ttwo \u2066three\u2069')).toBe('one\n\ttwo \u2066three\u2069')
})

test('a document without such characters is given back as it is', () => {
  const body = { root: { children: [{ text: 'words', format: 0 }, null] } }
  expect(cleanDeep(body)).toBe(body)
  const cleaned = cleanDeep({ ...body, children: [{ text: 'be\u0008ll' }, 1] })
  expect(cleaned).toEqual({ ...body, children: [{ text: 'bell' }, 1] })
  expect(cleaned.root).toBe(body.root)
})
