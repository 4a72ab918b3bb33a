'use client'

import { ConfirmationModal, toast, useConfig, useDocumentInfo, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import type { Subscriber } from '@/payload-types'
import { askApi } from '@/src/platform/admin/askApi'

const modalSlug = 'end-subscription'

/** In the sidebar of a subscriber: for readers who wrote that they want no more. */
export function EndSubscription() {
  const { config } = useConfig()
  const { id, savedDocumentData } = useDocumentInfo()
  const { openModal } = useModal()
  const [isBusy, setBusy] = useState(false)
  const { email, state } = (savedDocumentData ?? {}) as Partial<Subscriber>
  if (!id || !email || state === 'unsubscribed') return null
  const end = async () => {
    setBusy(true)
    try {
      await askApi(`${config.routes.api}/subscribers/${id}/unsubscriptions`, { method: 'POST' })
      // The form shows what was read when it was opened, and knows no other way to read again.
      window.location.reload()
    } catch (error) {
      setBusy(false)
      toast.error(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <div className="mh-subscription">
      <button className="mh-act" disabled={isBusy} onClick={() => openModal(modalSlug)} type="button">
        Unsubscribe…
      </button>
      <p className="mh-subscription__hint">
        When a reader asked you to. What they agreed to stays on record.
      </p>
      <ConfirmationModal
        body={`${email} gets no more mail. Only the reader can sign up again.`}
        cancelLabel="Leave it"
        confirmLabel="Unsubscribe"
        heading="Unsubscribe this reader?"
        modalSlug={modalSlug}
        onConfirm={end}
      />
    </div>
  )
}
