/** Gives the file a database of its own before its first test, and takes it away after its last. */
import { afterAll, beforeAll } from 'vitest'
import { closeTestDatabases, openTestDatabase } from '../database'

beforeAll(openTestDatabase)
afterAll(closeTestDatabases)
