import { cn } from '@/src/components/cn'

/** A change in per cent, told by sign and arrow as well as by colour. */
export function PriceChange({ change }: { change: string | null }) {
  if (!change) return null
  const isLoss = change.startsWith('-')
  const isFlat = /^-?0(\.0+)?$/.test(change)
  const size = `${change.replace('-', '').replace(/(\.\d{2})\d+$/, '$1')} %`
  const words = isFlat ? 'unchanged in 24 hours' : `${isLoss ? 'down' : 'up'} ${size} in 24 hours`
  return (
    <span className={cn(!isFlat && (isLoss ? 'text-loss' : 'text-gain'))}>
      <span aria-hidden="true">{isFlat ? size : `${isLoss ? '▼' : '▲'} ${size}`}</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}
