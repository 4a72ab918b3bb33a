/** Databases beside the bench's own, which go with it. */
import type { Client } from 'pg'
import { connectDatabase } from '@/src/platform/postgres'

export interface Beside {
  client: Client
  address: string
}

/** @param copier connected to another database: the new one is a copy of ours then, and empty without. */
export async function createBeside(address: string, suffix: string, copier?: Client): Promise<Beside> {
  const ours = nameIn(address)
  const name = `${ours}_${suffix}`
  const creator = copier ?? (await connectDatabase(address))
  await creator.query(`create database ${name}${copier ? ` template ${ours}` : ''}`)
  if (!copier) await creator.end()
  const own = Object.assign(new URL(address), { pathname: `/${name}` }).href
  return { client: await connectDatabase(own), address: own }
}

export async function dropAll(address: string, made: Beside[]): Promise<void> {
  for (const { client } of made) await client.end()
  const ours = await connectDatabase(address)
  for (const each of made) await ours.query(`drop database if exists ${nameIn(each.address)} with (force)`)
  await ours.end()
}

function nameIn(address: string): string {
  return new URL(address).pathname.slice(1)
}
