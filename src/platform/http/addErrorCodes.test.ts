import type { AfterErrorHook } from 'payload'
import { expect, test } from 'vitest'
import { addErrorCodes } from './addErrorCodes'

/** An error of a class that Payload's own `instanceof` does not know, as Next's bundles make them. */
function foreign(message: string, status: number, data: object): Error {
  return Object.assign(new Error(message), { status, data })
}

async function answerTo(error: Error, message = error.message) {
  const args = { error, result: { errors: [{ message }] }, req: {}, context: {}, collection: null }
  const answer = await addErrorCodes(args as unknown as Parameters<AfterErrorHook>[0])
  return answer?.response?.errors?.[0]
}

test('an error that Payload does not know as its own keeps what it tells in public', async () => {
  const error = foreign('The following field is invalid: Colour', 400, { errors: [{ path: 'colour' }] })
  expect(await answerTo(error)).toMatchObject({ data: { errors: [{ path: 'colour' }] } })
})

test('an error whose message was hidden keeps its data hidden', async () => {
  const error = foreign('connect ECONNREFUSED', 500, { host: 'db.internal' })
  expect(await answerTo(error, 'Something went wrong.')).not.toHaveProperty('data')
})
