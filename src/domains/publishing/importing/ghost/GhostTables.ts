/** What a Ghost export holds, read in one pass: rows in memory, texts put aside on disk. */
import type { z } from 'zod'
import { streamJson } from '../archive/streamJson'
import type { ImportIssue } from '../neutral'
import type { GhostText } from './body/convertGhostBody'
import { isData } from './body/payload'
import {
  BenefitRow,
  MemberRow,
  MetaRow,
  PostAuthorRow,
  PostProductRow,
  PostRow,
  PostTagRow,
  ProductBenefitRow,
  ProductRow,
  RoleRow,
  RoleUserRow,
  SettingRow,
  TagRow,
  UserRow,
} from './ghostRows'
import type { Spool } from './Spool'

export type Post = Omit<PostRow, 'lexical' | 'mobiledoc' | 'html' | 'plaintext' | 'markdown'>

type Sorted = { id: string; order: number }

/** Where tables stand: wrapped in a list of databases, in one, or bare. */
const paths = ['$.db.*.data.*.*', '$.db.data.*.*', '$.data.*.*', '$.db.*.meta', '$.meta']

export class GhostTables {
  readonly posts = new Map<string, Post>()
  readonly metas = new Map<string, MetaRow>()
  readonly tags = new Map<string, TagRow>()
  readonly users = new Map<string, UserRow>()
  readonly products = new Map<string, ProductRow>()
  readonly roles = new Map<string, string>()
  readonly roleOfUser = new Map<string, string>()
  readonly benefits = new Map<string, string>()
  readonly settings = new Map<string, unknown>()
  readonly members: MemberRow[] = []
  readonly fragments = new Set<string>()
  version = ''
  hasTables = false
  private readonly tagsOf = new Map<string, Sorted[]>()
  private readonly authorsOf = new Map<string, Sorted[]>()
  private readonly productsOf = new Map<string, Sorted[]>()
  private readonly benefitsOf = new Map<string, Sorted[]>()

  constructor(
    private readonly spool: Spool<GhostText>,
    private readonly issues: ImportIssue[],
  ) {}

  /** @throws AppError IMPORT_FILE_DAMAGED, IMPORT_VALUE_TOO_LARGE */
  async read(file: string): Promise<void> {
    for await (const { path, value } of streamJson(file, paths)) {
      if (path.at(-1) === 'meta') {
        this.version = isData(value) ? String(value.version ?? '') : ''
        continue
      }
      const table = String(path.at(-2))
      this.hasTables = true
      if (Object.hasOwn(this.takers, table)) await this.takers[table]?.(value)
    }
  }

  tagsOfPost(id: string): TagRow[] {
    return sorted(this.tagsOf.get(id)).flatMap((tag) => this.tags.get(tag) ?? [])
  }

  authorsOfPost(post: Post): UserRow[] {
    const listed = sorted(this.authorsOf.get(post.id))
    const ids = listed.length > 0 ? listed : post.author_id ? [post.author_id] : []
    return ids.flatMap((id) => this.users.get(id) ?? [])
  }

  productsOfPost(id: string): ProductRow[] {
    return sorted(this.productsOf.get(id)).flatMap((product) => this.products.get(product) ?? [])
  }

  benefitsOfProduct(id: string): string[] {
    return sorted(this.benefitsOf.get(id)).flatMap((benefit) => this.benefits.get(benefit) ?? [])
  }

  private readonly takers: Record<string, (row: unknown) => void | Promise<void>> = {
    posts: (row) => this.takePost(row),
    posts_meta: this.rows('posts_meta', MetaRow, (row) => this.metas.set(row.post_id, row)),
    tags: this.rows('tags', TagRow, (row) => this.tags.set(row.id, row)),
    users: this.rows('users', UserRow, (row) => this.users.set(row.id, row)),
    products: this.rows('products', ProductRow, (row) => this.products.set(row.id, row)),
    tiers: this.rows('tiers', ProductRow, (row) => this.products.set(row.id, row)),
    benefits: this.rows('benefits', BenefitRow, (row) => this.benefits.set(row.id, row.name ?? '')),
    roles: this.rows('roles', RoleRow, (row) => this.roles.set(row.id, row.name ?? '')),
    roles_users: this.rows('roles_users', RoleUserRow, (row) =>
      this.roleOfUser.set(row.user_id, row.role_id),
    ),
    settings: this.rows('settings', SettingRow, (row) => this.settings.set(row.key, row.value)),
    members: this.rows('members', MemberRow, (row) => this.members.push(row)),
    posts_tags: this.rows('posts_tags', PostTagRow, (row) =>
      push(this.tagsOf, row.post_id, { id: row.tag_id, order: row.sort_order }),
    ),
    posts_authors: this.rows('posts_authors', PostAuthorRow, (row) =>
      push(this.authorsOf, row.post_id, { id: row.author_id, order: row.sort_order }),
    ),
    posts_products: this.rows('posts_products', PostProductRow, (row) =>
      push(this.productsOf, row.post_id, { id: row.product_id, order: row.sort_order }),
    ),
    products_benefits: this.rows('products_benefits', ProductBenefitRow, (row) =>
      push(this.benefitsOf, row.product_id, { id: row.benefit_id, order: row.sort_order }),
    ),
  }

  private rows<Row>(
    table: string,
    schema: z.ZodType<Row>,
    take: (row: Row) => unknown,
  ): (row: unknown) => void {
    let count = 0
    return (value) => {
      count += 1
      const { data } = schema.safeParse(value)
      if (data === undefined) this.damaged(`${table}, row ${count}`)
      else take(data)
    }
  }

  private async takePost(value: unknown): Promise<void> {
    const { data } = PostRow.safeParse(value)
    if (!data) {
      const { id, title, slug } = isData(value) ? value : {}
      return this.damaged(`post ${String(slug ?? title ?? id ?? '').slice(0, 100)}`)
    }
    const { lexical, mobiledoc, html, plaintext, markdown, ...post } = data
    if (this.posts.has(post.id)) return this.damaged(`post ${post.slug ?? post.id}`, 'Its id is there twice.')
    const text: GhostText = lexical
      ? { lexical, html }
      : mobiledoc
        ? { mobiledoc, html }
        : { html, plaintext, markdown }
    for (const part of [lexical, mobiledoc, html]) if (part) collectFragments(part, this.fragments)
    // What the row names itself, as exports of other tools do.
    this.takeNested(post)
    await this.spool.add(post.id, withoutAddress(text))
    this.posts.set(post.id, post)
  }

  private takeNested({ id, tags, authors }: Post): void {
    nestedRows(tags).forEach((row, index) => {
      const { data } = TagRow.safeParse(row)
      if (!data) return
      this.tags.set(data.id, data)
      push(this.tagsOf, id, { id: data.id, order: index })
    })
    nestedRows(authors).forEach((row, index) => {
      const { data } = UserRow.safeParse(row)
      if (!data) return
      this.users.set(data.id, data)
      push(this.authorsOf, id, { id: data.id, order: index })
    })
  }

  private damaged(file: string, message = 'The row is not understood.'): void {
    this.issues.push({ code: 'ROW_NOT_UNDERSTOOD', severity: 'error', file, message })
  }
}

const placeholder = /__GHOST_URL__/g

/** Ghost's own address stands as a mark in exports: what is left is a path of the former site. */
export function withoutMark(value: string): string {
  return value.replace(placeholder, '')
}

function withoutAddress(text: GhostText): GhostText {
  return Object.fromEntries(
    Object.entries(text).flatMap(([name, value]) => (value ? [[name, withoutMark(value)]] : [])),
  )
}

function nestedRows(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isData) : []
}

function push(map: Map<string, Sorted[]>, key: string, value: Sorted): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

function sorted(values: Sorted[] = []): string[] {
  return [...new Set([...values].sort((a, b) => a.order - b.order).map(({ id }) => id))]
}

/** Fragments that addresses in a text end with; a few false ones do no harm. */
function collectFragments(text: string, wanted: Set<string>): void {
  for (const [, fragment] of text.matchAll(/#([\p{L}\p{N}_][\p{L}\p{N}_.:-]*)(?=["'\\\s)>]|$)/gu))
    if (fragment && fragment.length < 200) wanted.add(fragment)
}
