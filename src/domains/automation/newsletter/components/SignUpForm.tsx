'use client'

import { CircleCheck } from 'lucide-react'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { buttonStyles } from '@/src/components/buttonStyles'
import { signUpAnswers } from '../signUpAnswers'
import { type SignUpOutcome, sendSignUp } from './sendSignUp'

export interface SignUpFormProps {
  /** Where the form is sent, with a script or without. */
  action: string
  /** The page that it stands on, and its language. */
  page: string
  locale: string
  /** What a reader agrees to, as the page shows it, and the site's seal on it. */
  wording: string
  seal: string
  smallPrint: string
  /** What was wrong with the address that was sent before, without a script. */
  issue?: string
}

/** Asks for the newsletter, with as little script as the article around it can do with. Without a script the browser sends the form, and the site answers with a page. */
export function SignUpForm({ action, page, locale, wording, seal, smallPrint, issue }: SignUpFormProps) {
  const id = useId()
  const [isSending, setSending] = useState(false)
  const [outcome, setOutcome] = useState<SignUpOutcome>({ isSent: false, issue })
  const field = useRef<HTMLInputElement>(null)
  const answer = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (outcome.isSent) answer.current?.focus()
    else if (outcome.issue) field.current?.focus()
  }, [outcome])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isSending) return
    setSending(true)
    setOutcome(await sendSignUp(action, new FormData(event.currentTarget)))
    setSending(false)
  }

  if (outcome.isSent)
    return (
      <p
        ref={answer}
        role="status"
        tabIndex={-1}
        className="flex gap-3 bg-tip-ground px-4 py-3.5 outline-none"
      >
        <CircleCheck size={20} aria-hidden="true" className="mt-0.5 shrink-0 text-tip" />
        <span>
          <strong>Look into your mailbox.</strong> {signUpAnswers.sent}
        </span>
      </p>
    )
  return (
    <form action={action} method="post" onSubmit={submit} className="w-full">
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="wording" value={wording} />
      <input type="hidden" name="seal" value={seal} />
      <label htmlFor={id} className="text-sm font-semibold">
        Your e-mail
      </label>
      <div className="mt-1.5 flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-[1_1_14rem]">
          <input
            ref={field}
            id={id}
            name="email"
            type="email"
            required
            maxLength={254}
            autoComplete="email"
            aria-invalid={outcome.issue ? true : undefined}
            aria-describedby={outcome.issue ? `${id}-issue` : undefined}
            className="block min-h-11 w-full rounded-md border border-rule-strong bg-paper-raised px-3.5 text-md aria-invalid:border-danger"
          />
          {outcome.issue && (
            <p id={`${id}-issue`} className="mt-1.5 text-sm text-danger">
              {outcome.issue}
            </p>
          )}
        </div>
        <button
          type="submit"
          aria-disabled={isSending}
          className={buttonStyles({ variant: 'accent', className: 'grow sm:grow-0' })}
        >
          {isSending ? 'Sending …' : 'Sign up'}
        </button>
      </div>
      <p aria-hidden="true" className="absolute -left-[200vw]">
        <label>
          Leave this empty <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </p>
      {outcome.message && (
        <p role="alert" className="mt-1.5 text-sm text-danger">
          {outcome.message}
        </p>
      )}
      <p className="mt-3 text-xs text-ink-soft">{smallPrint}</p>
    </form>
  )
}
