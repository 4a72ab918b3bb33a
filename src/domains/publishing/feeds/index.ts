export { type FeedFormat, feedAddress, feedFormats, feedTypes } from './feedAddress'
export { type FeedScope, scopePath } from './findFeedList'
export { readFeed } from './readFeed'
export { writeFeed } from './writeFeed'
