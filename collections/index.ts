import { accountsCollections } from './accounts'
import { automationCollections } from './automation'
import { mediaCollections } from './media'
import { publishingCollections } from './publishing'

/** The map of the data. Its order is the order of the panel's menu. */
export const collections = [
  ...publishingCollections,
  ...mediaCollections,
  ...accountsCollections,
  ...automationCollections,
]
