import { LocalTime } from './LocalTime'

/** The state of a document as an editor thinks of it; it is derived and stored nowhere. */
export type DocumentState = 'draft' | 'changed' | 'published' | 'archived'

const states: Record<DocumentState, { label: string; meaning: string }> = {
  draft: { label: 'Draft', meaning: 'Readers do not see it.' },
  changed: { label: 'Changed', meaning: 'Published, with newer changes that readers do not see yet.' },
  published: { label: 'Published', meaning: 'Readers see it as it is.' },
  archived: { label: 'Archived', meaning: 'Kept, but readers no longer find it.' },
}

/** What happens to the document by itself, and when. */
export interface PlannedAct {
  action: 'publish' | 'unpublish'
  at: string
}

export function StatusBadge({ state, plan }: { state: DocumentState; plan?: PlannedAct }) {
  const { label, meaning } = states[state]
  if (plan?.action === 'publish' && state !== 'archived') {
    return (
      <span className="mh-badge mh-badge--scheduled" title={`${label} until then. ${meaning}`}>
        Scheduled for <LocalTime at={plan.at} />
      </span>
    )
  }
  return (
    <>
      <span className={`mh-badge mh-badge--${state}`} title={meaning}>
        {label}
      </span>
      {plan && state !== 'archived' ? (
        <span className="mh-badge__until">
          {' '}
          until <LocalTime at={plan.at} />
        </span>
      ) : null}
    </>
  )
}
