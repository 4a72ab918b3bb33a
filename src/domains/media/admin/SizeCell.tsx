import type { DefaultServerCellComponentProps } from 'payload'

const units = ['B', 'KB', 'MB', 'GB']

/** Bytes as people say them. */
export function SizeCell({ cellData }: DefaultServerCellComponentProps) {
  if (typeof cellData !== 'number') return <span className="mh-nothing">–</span>
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(cellData, 1)) / 3))
  const size = cellData / 1000 ** step
  return (
    <span>
      {size < 10 && step > 0 ? size.toFixed(1) : Math.round(size)} {units[step]}
    </span>
  )
}
