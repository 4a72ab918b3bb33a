/** `.env.example` is where people learn what can be set: it must say all, and nothing else. */
import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { settingNames } from '@/src/platform/env'

const text = readFileSync('.env.example', 'utf8')
const explained = Object.keys(parseEnv(text))

/** The commands set it themselves. */
const notForPeople = ['NODE_ENV']

test('.env.example has every setting that the code reads, and no other', () => {
  expect(explained.sort()).toEqual(settingNames.filter((name) => !notForPeople.includes(name)).sort())
})

test('.env.example explains each group of settings', () => {
  const groups = text.split(/\n\s*\n/).filter((block) => /^[A-Z]/m.test(block))
  expect(groups.filter((block) => !block.trimStart().startsWith('#'))).toEqual([])
})

test('.env.example holds no secret', () => {
  const values = parseEnv(text)
  const secrets = explained.filter((name) => /SECRET|PASSWORD|_URL$/.test(name) && name !== 'SITE_URL')
  expect(secrets.filter((name) => values[name])).toEqual([])
})
