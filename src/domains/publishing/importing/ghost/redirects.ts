/** Ghost's own redirects: `redirects.json`, or `redirects.yaml` since version 3. */
import { z } from 'zod'
import { readYaml } from '../markdown/source/frontMatter'
import type { ImportIssue, NeutralRedirect } from '../neutral'

const List = z.array(z.looseObject({ from: z.string(), to: z.string(), permanent: z.boolean().optional() }))
const Grouped = z.record(z.string(), z.record(z.string(), z.string()).nullable())

type Report = (issue: Omit<ImportIssue, 'severity'>) => void

export function redirectsIn(file: string, text: string, report: Report): NeutralRedirect[] {
  const value = parsed(file, text, report)
  const list = List.safeParse(value).data?.map(({ from, to, permanent }) => ({
    from,
    to,
    isPermanent: permanent ?? false,
  }))
  const grouped = Grouped.safeParse(value).data
  const rules =
    list ??
    Object.entries(grouped ?? {}).flatMap(([status, rows]) =>
      Object.entries(rows ?? {}).map(([from, to]) => ({ from, to, isPermanent: status === '301' })),
    )
  if (value !== undefined && !list && !grouped)
    report({ code: 'REDIRECTS_NOT_UNDERSTOOD', file, message: 'The redirects are not in a form of Ghost.' })
  return rules.flatMap((rule) => plainRule(rule, file, report))
}

function parsed(file: string, text: string, report: Report): unknown {
  try {
    return /\.json$/i.test(file) ? JSON.parse(text) : readYaml(text)
  } catch (error) {
    report({ code: 'REDIRECTS_NOT_UNDERSTOOD', file, message: (error as Error).message })
    return undefined
  }
}

type Rule = { from: string; to: string; isPermanent: boolean }

/** A rule for one address; Ghost also takes regular expressions, which redirects here do not. */
function plainRule({ from, to, isPermanent }: Rule, file: string, report: Report): NeutralRedirect[] {
  const path = from
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replace(/\\\//g, '/')
    .replace(/\/\?$/, '')
    .replace(/\\([.-])/g, '$1')
  const isPattern = /[\\^$*+?()[\]{}|]/.test(path) || /\$\d/.test(to)
  if (isPattern || !path.startsWith('/')) {
    report({
      code: 'REDIRECT_IS_A_PATTERN',
      file,
      message: `“${from.slice(0, 100)}” stands for many addresses and was left out.`,
    })
    return []
  }
  return [{ from: path, to, isPermanent }]
}
