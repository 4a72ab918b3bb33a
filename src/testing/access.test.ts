import { expect, test } from 'vitest'
import { cast, graphql, rest } from './harness'

test('boot', async () => {
  const { ann } = cast()
  const made = await rest('POST /content', { as: ann, body: { title: 'Hello' } })
  console.log(made.status, JSON.stringify(made.body).slice(0, 600))
  const list = await rest('GET /content')
  console.log(list.status, list.body)
  console.log((await rest('GET /nowhere')).body)
  console.log((await rest('GET /users/me', { as: ann })).body)
  console.log((await graphql('{ Contents { docs { id title } } }', { as: ann })).bytes.toString())
  console.log((await graphql('{ Content { docs { id title } } }')).bytes.toString())
  expect(made.status).toBe(201)
})
