/**
 * What this site has no place for yet: members, tiers, staff, internal tags. It is kept as private files, which
 * administrators find in the panel, until accounts and billing ask for it.
 */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { csv } from '@/src/platform/csv'
import type { ImportIssue } from '../neutral'
import type { ApartFile } from '../source'
import type { GhostTables } from './GhostTables'
import { isInternal } from './ghostMetadata'
import { readCsv } from './readCsv'

type Report = (issue: Omit<ImportIssue, 'severity'>) => void

export async function apartFrom(
  tables: GhostTables,
  root: string,
  files: string[],
  report: Report,
): Promise<ApartFile[]> {
  const site = {
    tiers: [...tables.products.values()].map((product) => ({
      key: product.slug,
      name: product.name,
      description: product.description,
      type: product.type ?? 'paid',
      active: product.active,
      visibility: product.visibility,
      monthlyPriceCents: product.monthly_price,
      yearlyPriceCents: product.yearly_price,
      currency: product.currency,
      trialDays: product.trial_days,
      benefits: tables.benefitsOfProduct(product.id),
    })),
    staff: [...tables.users.values()].map(({ id, name, slug, email }) => ({
      name,
      slug,
      email,
      role: tables.roles.get(tables.roleOfUser.get(id) ?? ''),
    })),
    internalTags: internalTags(tables),
  }
  const kept: ApartFile[] = []
  if (site.tiers.length + site.staff.length + site.internalTags.length > 0)
    kept.push({
      name: 'ghost-site.json',
      purpose: 'import: Ghost tiers, staff and internal tags',
      text: `${JSON.stringify(site, null, 2)}\n`,
    })
  const members = await membersOf(tables, root, files, report)
  if (members) kept.push({ name: 'ghost-members.csv', purpose: 'import: Ghost members', text: members })
  return kept
}

function internalTags(tables: GhostTables) {
  const posts = new Map<string, string[]>()
  for (const { id, slug } of tables.posts.values())
    for (const tag of tables.tagsOfPost(id))
      if (isInternal(tag)) posts.set(tag.id, [...(posts.get(tag.id) ?? []), slug ?? id])
  return [...tables.tags.values()]
    .filter(isInternal)
    .map(({ id, name, slug }) => ({ name, slug, posts: posts.get(id) ?? [] }))
}

const columns = [
  'email',
  'name',
  'note',
  'status',
  'created_at',
  'labels',
  'tiers',
  'subscribed_to_emails',
  'stripe_customer_id',
]

/** Members of the JSON, and of the CSV that Ghost exports apart. */
async function membersOf(
  tables: GhostTables,
  root: string,
  files: string[],
  report: Report,
): Promise<string | undefined> {
  const rows = new Map<string, Record<string, string>>()
  for (const { email, name, note, status, created_at, labels } of tables.members) {
    if (!email) continue
    rows.set(email.toLowerCase(), filled({ email, name, note, status, created_at, labels: namesOf(labels) }))
  }
  for (const file of files.filter((each) => /members[^/]*\.csv$/i.test(basename(each)))) {
    for (const row of readCsv(await readFile(join(root, file), 'utf8'))) {
      const email = row.email?.toLowerCase()
      if (email) rows.set(email, { ...rows.get(email), ...filled(row) })
    }
  }
  if (rows.size === 0) return undefined
  report({
    code: 'MEMBERS_APART',
    file: 'members',
    message: `${rows.size} members are kept in a private file until this site has accounts for them.`,
  })
  return csv(
    columns,
    [...rows.values()].map((row) => columns.map((column) => row[column] ?? '')),
  )
}

function namesOf(labels: unknown): string | undefined {
  if (!Array.isArray(labels)) return undefined
  return labels
    .map((label: { name?: string } | string) => (typeof label === 'string' ? label : (label?.name ?? '')))
    .join(', ')
}

function filled(row: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).flatMap(([key, value]) => (value ? [[key, value]] : [])))
}
