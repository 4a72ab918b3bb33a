'use client'

export { PanelFault as default } from '@/src/platform/admin/PanelFault'
