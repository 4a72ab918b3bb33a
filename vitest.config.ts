/** Which tests exist: pure ones, those on a real PostgreSQL, and those of whole processes. */
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

const sources = ['src', 'collections', 'globals', 'hooks', 'endpoints']
const processes = 'src/testing/processes/'

/** A test that uses the harness (or a builder, which uses it) needs a database; its imports say so. */
const needsDatabase = /from '(@\/src\/testing|\.\.?)\/[^']*harness['/]|from '[^']*\/factories'/

const tests = sources
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .filter((path) => /\.test\.tsx?$/.test(path) && !path.startsWith(processes))
const onDatabase = tests.filter((path) => needsDatabase.test(readFileSync(path, 'utf8')))

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^@payload-config$/, replacement: `${root}payload.config.ts` },
      { find: /^@\//, replacement: root },
      // Node takes the CommonJS form; a second copy would not know the first one's errors.
      { find: /^graphql$/, replacement: `${root}node_modules/graphql/index.js` },
    ],
  },
  test: {
    environment: 'node',
    pool: 'forks',
    // As src/cli/lexicalHooks.mjs says: else a process now and then waits for ever while it loads.
    execArgv: ['--conditions=production'],
    maxWorkers: Math.min(4, availableParallelism()),
    env: { NODE_ENV: 'test', TZ: 'UTC' },
    testTimeout: 30_000,
    // A list of what breaks a rule is only of use when it is whole.
    chaiConfig: { truncateThreshold: 4_000 },
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: tests.filter((path) => !onDatabase.includes(path)),
          setupFiles: ['src/testing/harness/setup/unit.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: onDatabase,
          globalSetup: ['src/testing/harness/setup/server.ts'],
          setupFiles: ['src/testing/harness/setup/file.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'processes',
          include: [`${processes}**/*.test.ts`],
          fileParallelism: false,
          testTimeout: 180_000,
          globalSetup: ['src/testing/harness/setup/server.ts'],
        },
      },
    ],
  },
})
