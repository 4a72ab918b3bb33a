import { join } from 'node:path'
import type { Config } from 'payload'

/** The panel: its name, its looks and the components that are not those of one collection. */
export function adminConfig(root: string): NonNullable<Config['admin']> {
  return {
    user: 'users',
    avatar: 'default',
    autoRefresh: true,
    dateFormat: 'd MMM yyyy, HH:mm',
    theme: 'all',
    toast: { duration: 5000, position: 'bottom-right' },
    meta: {
      titleSuffix: ' · Masthead',
      description: 'The editors’ room of a Masthead site.',
      icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/admin-icon.svg' }],
      robots: 'noindex, nofollow',
    },
    livePreview: { breakpoints },
    components: {
      graphics: {
        Logo: '/src/platform/admin/Logo#Logo',
        Icon: '/src/platform/admin/Icon#Icon',
      },
      beforeLogin: ['/src/platform/admin/LoginWelcome#LoginWelcome'],
      actions: ['/src/domains/automation/notifications/admin/NotificationBell#NotificationBell'],
      beforeNavLinks: [
        {
          path: '/src/platform/admin/PanelLink#PanelLink',
          clientProps: { label: 'Calendar', path: '/calendar' },
        },
      ],
      afterNavLinks: ['/src/domains/automation/admin/JobsLink#JobsLink'],
      views: {
        dashboard: { Component: '/src/domains/operations/admin/Dashboard#Dashboard' },
        calendar: {
          Component: '/src/domains/publishing/admin/calendar/CalendarView#CalendarView',
          path: '/calendar',
          meta: { title: 'Calendar' },
        },
        jobs: {
          Component: '/src/domains/automation/admin/JobsView#JobsView',
          path: '/jobs',
          meta: { title: 'Jobs' },
        },
      },
    },
    importMap: { baseDir: root, importMapFile: join(root, 'src/app/(payload)/admin/importMap.js') },
  }
}

/** Screens that the preview imitates; CSS pixels of common devices. */
const breakpoints = [
  { name: 'phone', label: 'Phone', width: 390, height: 844 },
  { name: 'tablet', label: 'Tablet', width: 820, height: 1180 },
  { name: 'desktop', label: 'Desktop', width: 1440, height: 900 },
]
