'use server'

import { headers } from 'next/headers'
import type { z } from 'zod'
import type { ContactState } from '@/src/domains/publishing/contact/ContactState'
import { ContactMessageInput } from '@/src/domains/publishing/contact/schemas'
import { sendContactMessage } from '@/src/domains/publishing/contact/sendContactMessage'
import { AppError } from '@/src/platform/errors'
import { log } from '@/src/platform/log'
import { visitorRequest } from './visitorRequest'

/** Takes what a contact form sends, from browsers with JavaScript and without. */
export async function sendContact(_: ContactState, form: FormData): Promise<ContactState> {
  if (!(form instanceof FormData)) return { outcome: 'refused', message: 'Nothing was sent.' }
  const values = Object.fromEntries(
    ['page', 'block', 'name', 'email', 'message', 'website'].map((name) => [name, textOf(form.get(name))]),
  )
  const input = ContactMessageInput.safeParse(values)
  if (!input.success) return { outcome: 'refused', values, ...issuesOf(input.error) }
  try {
    const address = (await headers()).get('x-real-ip') ?? ''
    await sendContactMessage(await visitorRequest(), input.data, address)
    return { outcome: 'sent' }
  } catch (error) {
    if (error instanceof AppError) return { outcome: 'refused', values, message: error.message }
    log.error({ err: error }, 'A message could not be taken')
    return { outcome: 'refused', values, message: 'Your message could not be taken. Try again in a moment.' }
  }
}

/** More than any field takes; what was typed is sent back with what is wrong with it. */
const longest = 6_000

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.slice(0, longest).replaceAll('\0', '') : ''
}

/** The first thing that is wrong with each field. */
function issuesOf({ issues: found }: z.ZodError): Pick<ContactState, 'issues' | 'message'> {
  const issues = Object.fromEntries(found.toReversed().map(({ path, message }) => [String(path[0]), message]))
  return { issues, message: issues.page ?? 'Look at what is marked.' }
}
