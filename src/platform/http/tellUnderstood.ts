import { requestContext } from '../requestContext'

/** Said by pages and their actions as they begin: Next has read what was sent, and a failure from now on is ours. */
export function tellUnderstood(): void {
  const context = requestContext.getStore()
  if (context) context.isUnderstood = true
}
