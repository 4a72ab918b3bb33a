/** How the work of each task is said to people. The one place: a new task gets a line here. */

/** A document that a job works on. */
export interface DocumentRef {
  collection: string
  id: string
}

export interface JobWords {
  /** What is done, without a full stop; `titled` gives the document's title in quotation marks. */
  say: (input: Record<string, unknown>, titled: (document: DocumentRef) => string) => string
  documents?: (input: Record<string, unknown>) => DocumentRef[]
}

const words: Record<string, JobWords> = {
  makeRenditions: {
    say: ({ id }, titled) => `Drawing the sizes of ${titled({ collection: 'media', id: String(id) })}`,
    documents: ({ id }) => [{ collection: 'media', id: String(id) }],
  },
  publishDocument: {
    say: (input, titled) => {
      const [document] = documentsIn(input)
      const act = input.action === 'unpublish' ? 'Withdrawing' : 'Publishing'
      return document ? `${act} ${titled(document)}` : `${act} a document`
    },
    documents: documentsIn,
  },
  sendNotification: {
    say: ({ id }, titled) => `Sending ${titled({ collection: 'notifications', id: String(id) })} by mail`,
    documents: ({ id }) => [{ collection: 'notifications', id: String(id) }],
  },
  runImport: {
    say: ({ id, act }, titled) => {
      const document = titled({ collection: 'imports', id: String(id) })
      if (act === 'undo') return `Undoing the import of ${document}`
      return act === 'check' ? `Looking through ${document}` : `Importing ${document}`
    },
    documents: ({ id }) => [{ collection: 'imports', id: String(id) }],
  },
  mailContactMessage: { say: () => 'Passing on a message of the contact form by mail' },
  mailConfirmation: { say: () => 'Asking a reader to confirm a subscription' },
  submitToIndexNow: { say: ({ path }) => `Telling search engines of ${String(path)}` },
  pruneJobs: { say: () => 'Clearing away old jobs' },
  pruneSubscribers: { say: () => 'Forgetting addresses that were never confirmed' },
  tellGivenUp: { say: () => 'Telling of a job that failed for good' },
}

/** @param label of the task, for those that have no words of their own. */
export function jobWordsOf(task: string, label: string): JobWords {
  if (Object.hasOwn(words, task)) return words[task] as JobWords
  return {
    say: (input, titled) => {
      const [document] = documentsIn(input)
      return document ? `“${label}” for ${titled(document)}` : `“${label}”`
    },
    documents: documentsIn,
  }
}

/** Most tasks name their document in one of these ways. */
function documentsIn({ collection, relationTo, id, doc, value }: Record<string, unknown>): DocumentRef[] {
  if (typeof doc === 'object' && doc !== null) return documentsIn(doc as Record<string, unknown>)
  const slug = collection ?? relationTo
  const key = id ?? doc ?? value
  return typeof slug === 'string' && typeof key === 'string' ? [{ collection: slug, id: key }] : []
}
