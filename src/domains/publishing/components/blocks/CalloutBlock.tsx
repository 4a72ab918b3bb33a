import { CircleAlert, Info, Lightbulb, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

const tones = {
  info: { Icon: Info, label: 'Note' },
  tip: { Icon: Lightbulb, label: 'Tip' },
  warning: { Icon: TriangleAlert, label: 'Warning' },
  danger: { Icon: CircleAlert, label: 'Danger' },
}

interface CalloutBlockProps {
  tone: string
  title: string
  children: ReactNode
}

export function CalloutBlock({ tone, title, children }: CalloutBlockProps) {
  const shown = tone in tones ? (tone as keyof typeof tones) : 'info'
  const { Icon, label } = tones[shown]
  return (
    <div className="callout" data-tone={shown} role="note">
      <p className="callout-title">
        <Icon size={18} aria-hidden="true" />
        {title || label}
      </p>
      {children}
    </div>
  )
}
