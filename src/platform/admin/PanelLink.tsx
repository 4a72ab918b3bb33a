'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'

interface PanelLinkProps {
  label: string
  /** Within the panel. */
  path: `/${string}`
}

/** A line of the panel's menu that leads to a view of ours; it looks as those of collections do. */
export function PanelLink({ label, path }: PanelLinkProps) {
  const { config } = useConfig()
  const href = `${config.routes.admin}${path}`
  const isHere = usePathname() === href
  return (
    <Link
      aria-current={isHere ? 'page' : undefined}
      className="nav__link"
      href={href}
      id={`nav${path.replaceAll('/', '-')}`}
      prefetch={false}
    >
      {isHere ? <div className="nav__link-indicator" /> : null}
      <span className="nav__link-label">{label}</span>
    </Link>
  )
}
