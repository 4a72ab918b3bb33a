import { unsubscribeAddress } from './paths'
import { unsubscribeToken } from './subscriptionLinks'

/** For every mail to a subscriber: mail programs show a button that ends it. Source: RFC 2369 and RFC 8058. */
export function unsubscribeHeaders(subscriber: { id: string }): Record<string, string> {
  return {
    'List-Unsubscribe': `<${unsubscribeAddress(unsubscribeToken(subscriber))}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}
