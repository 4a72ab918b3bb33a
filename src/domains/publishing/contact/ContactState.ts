/** What a contact form shows: nothing yet, thanks, or what is wrong with what was typed. */
export interface ContactState {
  outcome: 'untouched' | 'sent' | 'refused'
  /** By field. */
  issues?: Record<string, string>
  message?: string
  /** As typed. */
  values?: Record<string, string>
}

export type SendContact = (former: ContactState, form: FormData) => Promise<ContactState>
