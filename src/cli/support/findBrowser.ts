/** The browser of the tests, so that none has to be installed: a given one, the system's, or the one npm brought. */
import { createReadStream, existsSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { env } from '@/src/platform/env'

export interface Browser {
  /** Unset: Playwright's own. */
  executablePath?: string
  /** What the browser's process needs beside the usual environment. */
  environment: Record<string, string>
}

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export async function findBrowser(): Promise<Browser> {
  if (env.CHROMIUM_PATH) return { executablePath: env.CHROMIUM_PATH, environment: {} }
  const system = systemBrowsers.find((path) => existsSync(path))
  if (system) return { executablePath: system, environment: {} }
  return (await unpackShipped()) ?? { environment: {} }
}

/** `@sparticuz/chromium` is built for Linux on x64; its libraries come with it, for systems that have none. */
async function unpackShipped(): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { default: chromium } = await import('@sparticuz/chromium')
  const executablePath = await chromium.executablePath()
  const libraries = join(tmpdir(), 'masthead-chromium-libraries')
  if (!existsSync(libraries)) await unpackLibraries(libraries)
  return {
    executablePath,
    environment: { LD_LIBRARY_PATH: join(libraries, 'lib'), FONTCONFIG_PATH: join(tmpdir(), 'fonts') },
  }
}

/** The package unpacks these itself only where it believes to be in Amazon's cloud. */
async function unpackLibraries(folder: string): Promise<void> {
  const require = createRequire(createRequire(import.meta.url).resolve('@sparticuz/chromium'))
  const { extract } = require('tar-fs') as { extract: (folder: string) => NodeJS.WritableStream }
  const archive = join(dirname(require.resolve('@sparticuz/chromium')), '../../bin/al2023.tar.br')
  const unfinished = `${folder}.${process.pid}`
  await pipeline(createReadStream(archive), createBrotliDecompress(), extract(unfinished))
  try {
    renameSync(unfinished, folder)
  } catch {
    // Another run was quicker.
    rmSync(unfinished, { recursive: true, force: true })
  }
}
