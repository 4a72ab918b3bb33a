import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { setPageStatus } from '@/src/platform/http/setPageStatus'
import { isNotFound } from './isNotFound'
import NotFound from './not-found'

type Page<Props> = (props: Props) => Promise<ReactNode>

/**
 * A page whose `notFound()` is answered with a whole page made on the server. Next's own answer is an empty
 * document that a script fills, and nothing for readers without one.
 */
export function sitePage<Props>(render: Page<Props>): Page<Props> {
  return async (props) => {
    try {
      return await render(props)
    } catch (error) {
      if (!isNotFound(error)) throw error
      return setPageStatus(404) ? <NotFound /> : notFound()
    }
  }
}
