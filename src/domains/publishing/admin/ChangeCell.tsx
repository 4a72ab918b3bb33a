import type { DefaultServerCellComponentProps } from 'payload'

/** A change in per cent, with its direction. */
export function ChangeCell({ cellData }: DefaultServerCellComponentProps) {
  if (!cellData) return <span className="mh-nothing">–</span>
  const isDown = String(cellData).startsWith('-')
  return (
    <span className={isDown ? 'mh-change mh-change--down' : 'mh-change mh-change--up'}>
      {isDown ? '' : '+'}
      {cellData} %
    </span>
  )
}
