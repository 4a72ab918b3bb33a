import type { NeutralSeo } from '../../neutral'
import { plainText } from './plainText'

export type SeoSite = { title: string }

type Meta = ReadonlyMap<string, string[]>

/** What Yoast, Rank Math, All in One SEO and SEOPress stored about how a document is to be found. */
export function seoOf(meta: Meta, site: SeoSite, title: string): NeutralSeo {
  const first = (...keys: string[]) => keys.map((key) => meta.get(key)?.[0]?.trim()).find((value) => value)
  const words = (template: string | undefined) => filled(template, site, title)
  const seoTitle = words(
    first('_yoast_wpseo_title', 'rank_math_title', '_aioseo_title', '_seopress_titles_title'),
  )
  const description = words(
    first('_yoast_wpseo_metadesc', 'rank_math_description', '_aioseo_description', '_seopress_titles_desc'),
  )
  const canonical = first('_yoast_wpseo_canonical', 'rank_math_canonical_url', '_seopress_robots_canonical')
  const isHidden =
    first('_yoast_wpseo_meta-robots-noindex') === '1' ||
    /"noindex"/.test(first('rank_math_robots') ?? '') ||
    first('_seopress_robots_index') === 'yes'
  return {
    ...(seoTitle ? { title: seoTitle } : {}),
    ...(description ? { description } : {}),
    ...(canonical && /^https?:\/\//.test(canonical) ? { canonical } : {}),
    ...(isHidden ? { noindex: true } : {}),
  }
}

/** Templates name their parts as `%%title%%` (Yoast), `%title%` (Rank Math) or `#post_title` (All in One SEO). */
function filled(template: string | undefined, site: SeoSite, title: string): string | undefined {
  if (!template) return undefined
  const parts: Record<string, string> = {
    title,
    post_title: title,
    sitename: site.title,
    site_title: site.title,
    sitetitle: site.title,
    sep: '–',
    separator_sa: '–',
  }
  const text = template.replace(
    /%%([\w-]+)%%|%(\w+)%|#(post_title|site_title|separator_sa)\b/g,
    (_all, a?: string, b?: string, c?: string) => parts[(a ?? b ?? c ?? '').toLowerCase()] ?? '',
  )
  return plainText(text).replace(/^[\s–]+|[\s–]+$/g, '') || undefined
}
