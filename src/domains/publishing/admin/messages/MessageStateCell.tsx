import type { DefaultServerCellComponentProps } from 'payload'
import { MessageState } from './MessageState'

export function MessageStateCell({ cellData, rowData }: DefaultServerCellComponentProps) {
  return <MessageState answeredAt={cellData} mailError={rowData.mailError} />
}
