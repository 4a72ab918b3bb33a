import { expect, test } from 'vitest'
import { embedTarget } from './embedTarget'

test.each([
  [
    'https://www.youtube.com/watch?v=abc123DEF_-&t=30',
    'https://www.youtube-nocookie.com/embed/abc123DEF_-?autoplay=1&rel=0&start=30',
  ],
  ['https://youtu.be/abc123DEF_-', 'https://www.youtube-nocookie.com/embed/abc123DEF_-?autoplay=1&rel=0'],
  ['https://vimeo.com/123456789', 'https://player.vimeo.com/video/123456789?dnt=1&autoplay=1'],
  ['https://codepen.io/ann/pen/xYz', 'https://codepen.io/ann/embed/xYz?default-tab=result'],
])('%s is loaded from its privacy-friendly address', (address, src) => {
  expect(embedTarget(address)?.src).toBe(src)
})

test.each([
  'https://evil.example/watch?v=abc123DEF_-',
  'https://youtube.com.evil.example/watch?v=abc123DEF_-',
  'http://www.youtube.com/watch?v=abc123DEF_-',
  'https://www.youtube.com/watch?v=%22%3E%3Cscript%3E',
  'javascript:alert(1)',
  'not an address',
])('%s is never framed', (address) => {
  expect(embedTarget(address)).toBeNull()
})
