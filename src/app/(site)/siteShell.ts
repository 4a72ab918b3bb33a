import { cache } from 'react'
import { findSiteShell } from '@/src/domains/publishing/findSiteShell'
import { visitorRequest } from './visitorRequest'

/** What is around every page, read once for the layout, the metadata and the page. */
export const siteShell = cache(async () => findSiteShell(await visitorRequest()))
