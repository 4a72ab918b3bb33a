import { Categories } from './Categories'
import { ContactMessages } from './ContactMessages'
import { Content } from './Content'
import { ImportedComments } from './ImportedComments'
import { ImportItems } from './ImportItems'
import { Imports } from './Imports'
import { MarketQuotes } from './MarketQuotes'
import { Pages } from './Pages'
import { Redirects } from './Redirects'
import { Tags } from './Tags'

export const publishingCollections = [
  Content,
  Pages,
  Categories,
  Tags,
  MarketQuotes,
  Redirects,
  ContactMessages,
  ImportedComments,
  Imports,
  ImportItems,
]
