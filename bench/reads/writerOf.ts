import type { Client } from 'pg'
import { bodyOf } from './fillContent'
import { Writer } from './Writer'

export interface Account {
  email: string
  password: string
}

/** Somebody who may write, with ids of what his articles are about. Plain Payload lets the first one register. */
export async function writerOf(origin: string, account: Account, client: Client): Promise<Writer> {
  const ask = async (path: string) => {
    const answer = await fetch(`${origin}/api/users/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(account),
    })
    return (await answer.json()) as { token?: string }
  }
  const { token = (await ask('first-register')).token } = await ask('login')
  if (!token) throw new Error(`Nobody may sign in at ${origin}`)
  const idsOf = async (table: string, count: number) => {
    const { rows } = await client.query<{ id: string }>(`select id from ${table} order by id limit ${count}`)
    return rows.map(({ id }) => id)
  }
  const related = {
    authors: await idsOf('profiles', 1),
    categories: await idsOf('categories', 1),
    tags: await idsOf('tags', 3),
  }
  return new Writer(token, related, bodyOf(7))
}
