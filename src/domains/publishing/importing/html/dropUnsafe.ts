import type { Root } from 'hast'
import type { Report } from './collectIssues'
import { elementsOf } from './walk'

/** Takes event handlers out and says so. Everything else that could act has no place in the editor's format anyway. */
export function dropUnsafe(tree: Root, report: Report): void {
  let handlers = 0
  for (const { node } of elementsOf(tree)) {
    for (const name of Object.keys(node.properties)) {
      if (!/^on./i.test(name)) continue
      delete node.properties[name]
      handlers += 1
    }
    if (node.tagName === 'style') report('ELEMENT_DROPPED', '<style> was left out.')
  }
  if (handlers > 0)
    report(
      'EVENT_HANDLER_DROPPED',
      handlers === 1 ? 'An event handler was left out.' : `${handlers} event handlers were left out.`,
    )
}
