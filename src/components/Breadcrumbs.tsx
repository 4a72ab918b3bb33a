export interface Crumb {
  label: string
  href?: string
}

/** The way from the front page to here; the last crumb is where the reader is. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-soft">
        {crumbs.map(({ label, href }, index) => (
          <li key={href ?? label} className="flex items-center gap-2">
            {index > 0 && <span aria-hidden="true">/</span>}
            {href ? (
              <a href={href} className="quiet-link py-1 hover:text-ink">
                {label}
              </a>
            ) : (
              <span aria-current="page">{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
