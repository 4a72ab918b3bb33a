import type { DefaultServerCellComponentProps } from 'payload'
import type { ImportState } from '../../importing/runs/states'
import { stateWords } from './importWords'

export function StateCell({ cellData }: DefaultServerCellComponentProps) {
  return <span>{stateWords[cellData as ImportState] ?? String(cellData)}</span>
}
