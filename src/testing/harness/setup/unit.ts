import { setTestEnvironment } from '../testEnvironment'

// A unit test that reaches for a database must fail at once, not find the developer's own.
setTestEnvironment({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', dataDir: '.data/unit-tests' })
