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

export const PostRow = z.looseObject({
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
  authors: z.unknown(),
  tags: z.unknown(),
  tiers: z.unknown(),
})
export type PostRow = z.infer<typeof PostRow>

export const MetaRow = z.looseObject({
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

export const TagRow = z.looseObject({
  id: key,
  name: text,
  slug: text,
  description: text,
  visibility: text,
})
export type TagRow = z.infer<typeof TagRow>

export const UserRow = z.looseObject({
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

export const ProductRow = z.looseObject({
  id: key,
  name: text,
  slug: text,
  description: text,
  type: text,
  active: z.unknown(),
  visibility: text,
  monthly_price: z.unknown(),
  yearly_price: z.unknown(),
  currency: text,
  trial_days: z.unknown(),
  welcome_page_url: text,
})
export type ProductRow = z.infer<typeof ProductRow>

export const PostTagRow = z.looseObject({ post_id: key, tag_id: key, sort_order: order })
export const PostAuthorRow = z.looseObject({ post_id: key, author_id: key, sort_order: order })
export const PostProductRow = z.looseObject({ post_id: key, product_id: key, sort_order: order })
export const RoleRow = z.looseObject({ id: key, name: text })
export const RoleUserRow = z.looseObject({ role_id: key, user_id: key })
export const SettingRow = z.looseObject({ key: z.string(), value: z.unknown() })
export const BenefitRow = z.looseObject({ id: key, name: text })
export const ProductBenefitRow = z.looseObject({ product_id: key, benefit_id: key, sort_order: order })
export const MemberRow = z.looseObject({
  id: key.nullish(),
  email: text,
  name: text,
  note: text,
  status: text,
  geolocation: z.unknown(),
  created_at: time,
  labels: z.unknown(),
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
