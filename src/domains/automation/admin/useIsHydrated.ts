import { useSyncExternalStore } from 'react'

const subscribe = () => () => {}

/** False on the server and at first in the browser: for what only the browser knows, such as its time zone. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
}
