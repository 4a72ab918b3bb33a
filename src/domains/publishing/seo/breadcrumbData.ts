import { absoluteUrl } from './absoluteUrl'

interface Crumb {
  label: string
  /** None for the page itself. */
  href?: string
}

/** The way from the first page to this one. */
export function breadcrumbData(crumbs: Crumb[]): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: href === undefined ? undefined : absoluteUrl(href),
    })),
  }
}
