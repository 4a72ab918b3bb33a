import type { DefaultServerCellComponentProps } from 'payload'

export function ColourCell({ cellData }: DefaultServerCellComponentProps) {
  if (!cellData) return <span className="mh-nothing">–</span>
  return (
    <span className="mh-name">
      <span className="mh-dot" style={{ background: cellData }} />
      <code>{cellData}</code>
    </span>
  )
}
