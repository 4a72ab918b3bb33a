'use client'

import { CircleCheck } from 'lucide-react'
import { useActionState, useEffect, useRef } from 'react'
import { Button } from '@/src/components/Button'
import { cn } from '@/src/components/cn'
import type { ContactState, SendContact } from '../../contact/ContactState'

interface ContactFormProps {
  page: string
  block: string
  send: SendContact
}

const untouched: ContactState = { outcome: 'untouched' }

/** Writes to the publication; it works without JavaScript too. What was typed stays when something is wrong with it. */
export function ContactForm({ page, block, send }: ContactFormProps) {
  const [state, act, isSending] = useActionState(send, untouched)
  const form = useRef<HTMLFormElement>(null)
  const thanks = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (state.outcome === 'sent') thanks.current?.focus()
    if (state.outcome === 'refused') form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [state])
  if (state.outcome === 'sent')
    return (
      <p
        ref={thanks}
        role="status"
        tabIndex={-1}
        className="mx-auto flex max-w-measure items-center gap-3 bg-tip-ground px-5 py-4 outline-none"
      >
        <CircleCheck size={20} aria-hidden="true" className="shrink-0 text-tip" />
        Thank you. Your message has arrived, and the answer goes to the address you gave.
      </p>
    )
  const { values, issues = {}, message } = state
  const firstWrong = ['name', 'email', 'message'].find((name) => issues[name])
  return (
    <form ref={form} action={act} className="mx-auto grid max-w-measure gap-5 sm:grid-cols-2">
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="block" value={block} />
      <Field
        name="name"
        label="Your name"
        autoComplete="name"
        maxLength={120}
        value={values?.name}
        issue={issues.name}
        isFirstWrong={firstWrong === 'name'}
      />
      <Field
        name="email"
        label="Your e-mail"
        type="email"
        autoComplete="email"
        maxLength={254}
        value={values?.email}
        issue={issues.email}
        isFirstWrong={firstWrong === 'email'}
      />
      <Field
        name="message"
        label="Message"
        isLong
        maxLength={5000}
        value={values?.message}
        issue={issues.message}
        isFirstWrong={firstWrong === 'message'}
      />
      <p aria-hidden="true" className="absolute -left-[200vw]">
        <label>
          Leave this empty <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </p>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3 sm:col-span-2">
        <Button type="submit" variant="accent" aria-disabled={isSending}>
          {isSending ? 'Sending …' : 'Send'}
        </Button>
        {message && (
          <p role="alert" className="text-sm text-danger">
            {message}
          </p>
        )}
      </div>
    </form>
  )
}

interface FieldProps {
  name: string
  label: string
  type?: string
  isLong?: boolean
  autoComplete?: string
  maxLength: number
  value: string | undefined
  issue: string | undefined
  isFirstWrong: boolean
}

function Field({
  name,
  label,
  type = 'text',
  isLong = false,
  value,
  issue,
  isFirstWrong,
  ...rest
}: FieldProps) {
  const shared = {
    id: `contact-${name}`,
    name,
    required: true,
    defaultValue: value,
    // Where no script moves the cursor, the browser does when it opens the page.
    autoFocus: isFirstWrong,
    'aria-invalid': issue ? true : undefined,
    'aria-describedby': issue ? `contact-${name}-issue` : undefined,
    className: cn(
      'mt-1.5 block w-full rounded-md border bg-paper-raised px-3.5 py-2.5 text-md',
      issue ? 'border-danger' : 'border-rule-strong',
    ),
    ...rest,
  }
  return (
    <div className={isLong ? 'sm:col-span-2' : undefined}>
      <label htmlFor={shared.id} className="text-sm font-semibold">
        {label}
      </label>
      {isLong ? <textarea rows={7} {...shared} /> : <input type={type} {...shared} />}
      {issue && (
        <p id={`contact-${name}-issue`} className="mt-1.5 text-sm text-danger">
          {issue}
        </p>
      )}
    </div>
  )
}
