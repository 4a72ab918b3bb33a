/** Rows of Ghost's tables, as far as they matter here. Versions differ: everything may be missing. */
import { z } from 'zod'

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => (value === null || value === '' ? undefined : value))
const key = z.union([z.string().min(1), z.number().transform(String)])
const flag = z
  .union([z.boolean(), z.number(), z.string()])
  .nullish()
  .transform((value) => value === true || value === 1 || value === '1' || value === 'true')
const time = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => instantOf(value))
const order = z
  .number()
  .nullish()
  .transform((value) => value ?? 0)

export const PostRow = z.object({
  id: key,
  uuid: text,
  title: text,
  slug: text,
  type: text,
  page: flag,
  status: text,
  visibility: text,
  locale: text,
  featured: flag,
  feature_image: text,
  image: text,
  feature_image_alt: text,
  feature_image_caption: text,
  custom_excerpt: text,
  canonical_url: text,
  author_id: key.nullish(),
  published_at: time,
  created_at: time,
  codeinjection_head: text,
  codeinjection_foot: text,
  meta_title: text,
  meta_description: text,
  og_title: text,
  og_description: text,
  og_image: text,
  twitter_title: text,
  twitter_description: text,
  twitter_image: text,
  lexical: text,
  mobiledoc: text,
  html: text,
  plaintext: text,
  markdown: text,
  authors: z.unknown().optional(),
  tags: z.unknown().optional(),
  tiers: z.unknown().optional(),
})
export type PostRow = z.infer<typeof PostRow>

export const MetaRow = z.object({
  post_id: key,
  meta_title: text,
  meta_description: text,
  og_title: text,
  og_description: text,
  og_image: text,
  twitter_title: text,
  twitter_description: text,
  twitter_image: text,
  feature_image_alt: text,
  feature_image_caption: text,
})
export type MetaRow = z.infer<typeof MetaRow>

export const TagRow = z.object({
  id: key,
  name: text,
  slug: text,
  description: text,
  visibility: text,
})
export type TagRow = z.infer<typeof TagRow>

export const UserRow = z.object({
  id: key,
  name: text,
  slug: text,
  email: text,
  profile_image: text,
  image: text,
  bio: text,
  website: text,
  location: text,
  facebook: text,
  twitter: text,
})
export type UserRow = z.infer<typeof UserRow>

export const ProductRow = z.object({
  id: key,
  name: text,
  slug: text,
  description: text,
  type: text,
  active: z.unknown().optional(),
  visibility: text,
  monthly_price: z.unknown().optional(),
  yearly_price: z.unknown().optional(),
  currency: text,
  trial_days: z.unknown().optional(),
  welcome_page_url: text,
})
export type ProductRow = z.infer<typeof ProductRow>

export const PostTagRow = z.object({ post_id: key, tag_id: key, sort_order: order })
export const PostAuthorRow = z.object({ post_id: key, author_id: key, sort_order: order })
export const PostProductRow = z.object({ post_id: key, product_id: key, sort_order: order })
export const RoleRow = z.object({ id: key, name: text })
export const RoleUserRow = z.object({ role_id: key, user_id: key })
export const SettingRow = z.object({ key: z.string(), value: z.unknown().optional() })
export const BenefitRow = z.object({ id: key, name: text })
export const ProductBenefitRow = z.object({ product_id: key, benefit_id: key, sort_order: order })
export const MemberRow = z.object({
  id: key.nullish(),
  email: text,
  name: text,
  note: text,
  status: text,
  geolocation: z.unknown().optional(),
  created_at: time,
  labels: z.unknown().optional(),
})
export type MemberRow = z.infer<typeof MemberRow>

/** ISO instant of a date as Ghost's databases write it: MySQL's, SQLite's, or milliseconds. */
function instantOf(value: string | number | null | undefined): string | undefined {
  if (value === null || value === undefined || value === '') return undefined
  const isBare = typeof value === 'string' && /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?$/.test(value)
  const date = new Date(isBare ? `${value.replace(' ', 'T')}Z` : value)
  const year = date.getUTCFullYear()
  return Number.isNaN(date.getTime()) || year < 1 || year > 9999 ? undefined : date.toISOString()
}
