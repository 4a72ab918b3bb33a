/** The state of a document as an editor thinks of it; it is derived and stored nowhere. */
export type DocumentState = 'draft' | 'changed' | 'published' | 'archived'

const states: Record<DocumentState, { label: string; meaning: string }> = {
  draft: { label: 'Draft', meaning: 'Readers do not see it.' },
  changed: { label: 'Changed', meaning: 'Published, with newer changes that readers do not see yet.' },
  published: { label: 'Published', meaning: 'Readers see it as it is.' },
  archived: { label: 'Archived', meaning: 'Kept, but readers no longer find it.' },
}

export function StatusBadge({ state }: { state: DocumentState }) {
  const { label, meaning } = states[state]
  return (
    <span className={`mh-badge mh-badge--${state}`} title={meaning}>
      {label}
    </span>
  )
}
