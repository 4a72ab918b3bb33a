import { Footer } from './Footer'
import { Maintenance } from './Maintenance'
import { Navigation } from './Navigation'
import { SeoDefaults } from './SeoDefaults'
import { SiteSettings } from './SiteSettings'

export const publishingGlobals = [SiteSettings, Navigation, Footer, SeoDefaults, Maintenance]
