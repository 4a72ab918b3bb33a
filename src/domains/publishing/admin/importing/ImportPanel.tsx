'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { ImportReportView } from './ImportReportView'
import { stateWords } from './importWords'
import { NewImport } from './NewImport'
import { UndoneView } from './UndoneView'
import { type Import, useImport } from './useImport'

/** One import from upload to undoing: what was found, how far it is, what came of it. */
export function ImportPanel() {
  const { id } = useDocumentInfo()
  const { found, isBusy, refusal, start } = useImport(id)
  if (!id) return <NewImport />
  if (!found) return refusal ? <p role="alert">{refusal}</p> : null
  const { state, check, report, undo, error } = found
  return (
    <section aria-label="Import" className="mh-import">
      <h2 className="mh-import__title">{found.name}</h2>
      <p className="mh-import__state" role="status">
        {stateWords[state]}
      </p>
      {isBusy ? <Progress {...found} /> : null}
      {error || refusal ? (
        <p className="mh-import__refusal" role="alert">
          {error ?? refusal}
        </p>
      ) : null}
      <Acts found={found} isBusy={isBusy} start={start} />
      {state === 'undone' && undo ? <UndoneView undone={undo} /> : null}
      {report && state !== 'undone' ? <ImportReportView report={report} title="What was imported" /> : null}
      {check && !report ? <ImportReportView report={check} title="What would be imported" /> : null}
    </section>
  )
}

function Progress({ progress }: Import) {
  const { done = 0, total = 0, file } = progress ?? {}
  return (
    <div className="mh-import__progress">
      <progress aria-label="Progress" max={Math.max(total, 1)} value={total > 0 ? done : undefined} />
      <span>{total > 0 ? `${done} of ${total}` : 'Reading the file …'}</span>
      {file ? <span className="mh-import__hint">{file}</span> : null}
    </div>
  )
}

type ActsProps = Pick<ReturnType<typeof useImport>, 'isBusy' | 'start'> & { found: Import }

function Acts({ found: { state, check, startedAt }, isBusy, start }: ActsProps) {
  const [isAsking, setAsking] = useState(false)
  if (isBusy) return null
  const mayUndo = Boolean(startedAt) && state !== 'undone'
  return (
    <div className="mh-import__acts">
      {check ? (
        <button className="mh-import__button" onClick={() => void start('import')} type="button">
          {startedAt ? 'Import again' : 'Start the import'}
        </button>
      ) : null}
      <button className="mh-link-button" onClick={() => void start('check')} type="button">
        Look through it again
      </button>
      {mayUndo && !isAsking ? (
        <button className="mh-link-button" onClick={() => setAsking(true)} type="button">
          Undo this import
        </button>
      ) : null}
      {mayUndo && isAsking ? (
        <span className="mh-import__question">
          Everything it made is deleted, except what was edited since or is used elsewhere.{' '}
          <button
            className="mh-link-button mh-import__danger"
            onClick={() => {
              setAsking(false)
              void start('undo')
            }}
            type="button"
          >
            Yes, undo it
          </button>{' '}
          <button className="mh-link-button" onClick={() => setAsking(false)} type="button">
            Keep it
          </button>
        </span>
      ) : null}
    </div>
  )
}
