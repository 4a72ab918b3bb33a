import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { footer, icon, logo, logoAtNight, navigation, seoDefaults, settings } from '../site'
import { storeDemoImage } from './storeDemoImage'

/** The name an installation has before anybody gives it one. */
const unnamed = 'Masthead'

/** Fills only what nobody has filled. */
export async function seedGlobals(req: PayloadRequest): Promise<number> {
  const { payload } = req
  // The seeder acts for the installation; nobody is signed in.
  const authority = { depth: 0, ...asSystem(req) } as const
  let written = 0

  const site = await payload.findGlobal({ slug: 'site-settings', ...authority })
  if (site.name === unnamed && !site.tagline && !site.logo) {
    const data = {
      ...settings,
      logo: await storeDemoImage(req, logo),
      logoAtNight: await storeDemoImage(req, logoAtNight),
      icon: await storeDemoImage(req, icon),
    }
    await payload.updateGlobal({ slug: 'site-settings', data, ...authority })
    written += 1
  }
  const menu = await payload.findGlobal({ slug: 'navigation', ...authority })
  if (!menu.items?.length) {
    await payload.updateGlobal({ slug: 'navigation', data: { items: navigation }, ...authority })
    written += 1
  }
  const foot = await payload.findGlobal({ slug: 'footer', ...authority })
  if (!foot.columns?.length && !foot.note) {
    await payload.updateGlobal({ slug: 'footer', data: footer, ...authority })
    written += 1
  }
  const seo = await payload.findGlobal({ slug: 'seo-defaults', ...authority })
  if (!seo.description && !seo.image) {
    const data = { ...seoDefaults, image: await storeDemoImage(req, seoDefaults.image) }
    await payload.updateGlobal({ slug: 'seo-defaults', data, ...authority })
    written += 1
  }
  return written
}
