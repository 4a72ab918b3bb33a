import type { ArchiveRecord, Fields } from '../../exporting/archiveFormat'
import { meaningOf } from '../../exporting/markdown/meaningOf'
import { fieldsOf, isRichText } from '../../exporting/recordOf'
import type { LexicalNode } from '../lexical/nodes'
import { stableJson } from '../writer/fingerprint'

/** Whether two states of a record say the same; ids of paragraphs and the like do not count. */
export function sameFields(kind: ArchiveRecord['kind'], a: Fields, b: Fields): boolean {
  return stableJson(said(fieldsOf(kind, a))) === stableJson(said(fieldsOf(kind, b)))
}

function said(value: unknown): unknown {
  if (isRichText(value)) return meaningOf(value.root as LexicalNode)
  if (Array.isArray(value)) return value.map(said)
  if (typeof value !== 'object' || value === null) return value
  // A box that was never ticked and one that was cleared again look the same.
  const filled = Object.entries(value)
    .map(([key, part]) => [key, said(part)] as const)
    .filter(([, part]) => !isNothing(part))
  return Object.fromEntries(filled)
}

function isNothing(value: unknown): boolean {
  if (value === false || value === null || value === '') return true
  return typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0
}
