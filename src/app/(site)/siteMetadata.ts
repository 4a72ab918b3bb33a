import type { Metadata } from 'next'
import { isClosedToVisitor } from './isClosedToVisitor'
import { isNotFound } from './isNotFound'

type Read<Props> = (props: Props) => Promise<Metadata>

/** Metadata of a page that may turn out not to be there. */
export function siteMetadata<Props>(read: Read<Props>): Read<Props> {
  return async (props) => {
    if (await isClosedToVisitor()) return { title: 'Under maintenance', robots: { index: false } }
    try {
      return await read(props)
    } catch (error) {
      if (!isNotFound(error)) throw error
      return { title: 'Page not found', robots: { index: false } }
    }
  }
}
