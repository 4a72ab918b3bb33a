'use client'

import { Button, useConfig } from '@payloadcms/ui'
import { useEffect, useRef, useTransition } from 'react'
import { faultOf } from './faultOf'
import { Icon } from './Icon'

interface PanelFaultProps {
  /** Whatever was thrown: a component of the browser may throw anything. */
  error: unknown
  /** Asks the server for the screen again. */
  retry: () => void
}

/** Stands in for a screen of the panel that failed; the panel around it, its theme and its words are still there. */
export function PanelFault({ error, retry }: PanelFaultProps) {
  const { config } = useConfig()
  const [isTrying, startTrying] = useTransition()
  const heading = useRef<HTMLHeadingElement>(null)
  const { title, advice, reference, message, needsReload } = faultOf(error)

  // Whoever does not see the screen change hears what became of it.
  useEffect(() => heading.current?.focus(), [])

  return (
    <main className="mh-fault">
      <div className="mh-fault__sheet">
        <Icon />
        <h1 className="mh-fault__title" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className="mh-fault__advice">{advice}</p>
        <div className="mh-fault__acts">
          <Button
            disabled={isTrying}
            margin={false}
            onClick={() => (needsReload ? window.location.reload() : startTrying(retry))}
            size="large"
          >
            {isTrying ? 'Trying…' : 'Try again'}
          </Button>
          {/* A whole new page, which brings its own scripts: those of this one may be the fault. */}
          <Button buttonStyle="secondary" el="anchor" margin={false} size="large" url={config.routes.admin}>
            To the panel’s home
          </Button>
        </div>
        {reference ? (
          <p className="mh-fault__reference">
            Whoever looks after the site finds the cause in its log, under <code>{reference}</code>.
          </p>
        ) : null}
        {message ? (
          <details className="mh-fault__reference">
            <summary>What to tell whoever looks after the site</summary>
            <pre>{message}</pre>
          </details>
        ) : null}
      </div>
    </main>
  )
}
