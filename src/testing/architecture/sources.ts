/** The source files of the house, as git knows them, and what they import. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'

export interface SourceFile {
  path: string
  text: string
  tree: ts.SourceFile
}

/** Source: DESIGN section 1. */
export const domainWords = new Set(
  'accounts media publishing portfolio studio academy community launchpad billing automation operations'.split(
    ' ',
  ),
)

/** Tracked and new files; generated ones and migrations are nobody's handwriting. */
export function sourceFiles(): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return listed
    .split('\n')
    .filter((path) => /\.(ts|tsx|mts|mjs)$/.test(path) && !path.endsWith('.d.ts') && existsSync(path))
    .filter((path) => !path.startsWith('migrations/') && path !== 'payload-types.ts')
    .map((path) => {
      const text = readFileSync(path, 'utf8')
      return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) }
    })
}

/** Paths in this repository that a file imports, statically or not, as types or values. */
export function importsOf({ path, tree }: SourceFile): string[] {
  const specifiers: string[] = []
  const visit = (node: ts.Node): void => {
    const isStatic = ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
    const target = isStatic ? node.moduleSpecifier : dynamicTarget(node)
    if (target && ts.isStringLiteralLike(target)) specifiers.push(target.text)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return specifiers.flatMap((specifier) => resolve(path, specifier) ?? [])
}

function dynamicTarget(node: ts.Node): ts.Expression | undefined {
  const isImport = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
  return isImport ? node.arguments[0] : undefined
}

function resolve(from: string, specifier: string): string | undefined {
  if (specifier === '@payload-config') return 'payload.config.ts'
  const isOurs = specifier.startsWith('@/') || specifier.startsWith('.')
  if (!isOurs) return undefined
  const bare = specifier.startsWith('@/') ? specifier.slice(2) : posix.join(posix.dirname(from), specifier)
  const candidates = [bare, `${bare}.ts`, `${bare}.tsx`, `${bare}/index.ts`]
  return candidates.find((path) => /\.\w+$/.test(path) && existsSync(path)) ?? bare
}

/** Layers by the first part of a path; `config` is the root's composition. */
export function layerOf(path: string): string {
  const [top = '', second = ''] = path.split('/')
  if (['collections', 'globals', 'hooks', 'endpoints'].includes(top)) return 'adapters'
  if (top === 'migrations') return 'migrations'
  if (/^(vitest|playwright)\.config\.ts$/.test(top)) return 'testing'
  if (top !== 'src') return 'config'
  if (['app', 'cli'].includes(second)) return 'adapters'
  return ['domains', 'services', 'platform', 'components', 'testing'].includes(second) ? second : 'config'
}

/** The domain of a file in `src/domains`; files beside the domains belong to none. */
export function domainOf(path: string): string | undefined {
  return /^src\/domains\/([^/]+)(?:\/|$)/.exec(path.replace(/\.ts$/, '/'))?.[1]
}
