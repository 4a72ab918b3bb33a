/** The archive: everything, a year or a month, by the date that readers see. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ArchiveMonths } from '@/src/domains/publishing/components/ArchiveMonths'
import { ArticleList } from '@/src/domains/publishing/components/ArticleList'
import { monthName } from '@/src/domains/publishing/components/formatDate'
import { JsonLd } from '@/src/domains/publishing/components/JsonLd'
import { ListHeader } from '@/src/domains/publishing/components/ListHeader'
import { listArchiveMonths } from '@/src/domains/publishing/listArchiveMonths'
import { listArticles } from '@/src/domains/publishing/listArticles'
import { archivePath } from '@/src/domains/publishing/paths'
import { listData } from '@/src/domains/publishing/seo/listData'
import { readPageNumber, refusePageBeyond } from './addresses'
import { pageMetadata } from './pageMetadata'
import { visitorRequest } from './visitorRequest'

interface Period {
  year?: number
  /** From 1. */
  month?: number
}

type Query = Record<string, string | string[] | undefined>

export function archiveMetadata(segments: string[], query: Query): Promise<Metadata> {
  const period = readPeriod(segments)
  return pageMetadata({
    title: titleOf(period),
    path: archivePath(period.year, period.month),
    page: readPageNumber(query.page),
  })
}

/** `segments`: nothing, a year, or a year and a month. */
export async function showArchive(segments: string[], query: Query) {
  const period = readPeriod(segments)
  const req = await visitorRequest()
  const [months, list] = await Promise.all([
    listArchiveMonths(req),
    listArticles(req, { ...spanOf(period), page: readPageNumber(query.page) }),
  ])
  if (period.year !== undefined && list.totalArticles === 0) notFound()
  refusePageBeyond(list)
  const path = archivePath(period.year, period.month)
  return (
    <div className="shell">
      <JsonLd
        data={listData({ title: titleOf(period), path, crumbs: crumbsOf(period), articles: list.articles })}
      />
      <ListHeader crumbs={crumbsOf(period)} kind="Archive" title={titleOf(period)}>
        <p className="mt-3 text-sm text-ink-soft">
          {list.totalArticles} {list.totalArticles === 1 ? 'article' : 'articles'}
        </p>
      </ListHeader>
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <ArchiveMonths months={months} path={path} year={period.year} />
        <div className="min-w-0">
          <ArticleList list={list} path={path} emptyText="Nothing has been published yet." />
        </div>
      </div>
    </div>
  )
}

function readPeriod(segments: string[]): Period {
  const [year, month, ...rest] = segments
  if (year === undefined) return {}
  const isMonth = month === undefined || /^(0[1-9]|1[0-2])$/.test(month)
  if (!/^[12]\d{3}$/.test(year) || !isMonth || rest.length > 0) notFound()
  return { year: Number(year), month: month === undefined ? undefined : Number(month) }
}

function spanOf({ year, month }: Period): { from?: Date; before?: Date } {
  if (year === undefined) return {}
  if (month === undefined) return { from: utc(year, 1), before: utc(year + 1, 1) }
  return { from: utc(year, month), before: utc(year, month + 1) }
}

/** `month` from 1; 13 is January of the next year. */
function utc(year: number, month: number): Date {
  return new Date(Date.UTC(year, month - 1, 1))
}

function titleOf({ year, month }: Period): string {
  if (year === undefined) return 'All articles'
  return month === undefined ? String(year) : `${monthName(month)} ${year}`
}

function crumbsOf({ year, month }: Period) {
  const crumbs = [
    { label: 'Home', href: '/' },
    { label: 'Archive', href: archivePath() },
    ...(year === undefined ? [] : [{ label: String(year), href: archivePath(year) }]),
    ...(month === undefined ? [] : [{ label: monthName(month), href: archivePath(year, month) }]),
  ]
  return crumbs.map((crumb, index) => (index === crumbs.length - 1 ? { label: crumb.label } : crumb))
}
