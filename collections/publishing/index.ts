import { Categories } from './Categories'
import { Content } from './Content'
import { ImportedComments } from './ImportedComments'
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
  ImportedComments,
]
