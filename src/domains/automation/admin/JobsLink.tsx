import { NavGroup } from '@payloadcms/ui'
import type { ServerProps } from 'payload'
import { isAdmin } from '@/src/platform/access'
import { PanelLink } from '@/src/platform/admin/PanelLink'

/** In the panel's menu, for administrators. */
export function JobsLink({ user }: ServerProps) {
  if (!isAdmin({ user: user ?? null })) return null
  return (
    <NavGroup label="Operations">
      <PanelLink label="Jobs" path="/jobs" />
    </NavGroup>
  )
}
