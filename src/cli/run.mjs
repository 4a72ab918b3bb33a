/** Entry of every command: says what is wrong with the machine before anything else can fail, then runs the command. */
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, '../..')
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  fail(
    `Masthead needs Node.js 20.19 or newer and this is ${process.versions.node}: install a newer one from https://nodejs.org.`,
  )
}
if (!existsSync(resolve(root, 'node_modules/tsx'))) {
  fail('The libraries are not installed yet: run `npm ci` first.')
}

process.chdir(root)
const command = process.argv[2]
process.argv.splice(1, 2, resolve(here, `${command}.ts`))
// Imported here, for an old Node does not have it and should still say the sentence above.
const { register } = await import('node:module')
register('./lexicalHooks.mjs', import.meta.url)
await import('tsx')
await import(pathToFileURL(process.argv[1]).href)

function fail(sentence) {
  console.error(`\n  ✖ ${sentence}\n`)
  process.exit(1)
}
