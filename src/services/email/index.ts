import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import nodemailer from 'nodemailer'
import { env } from '@/src/platform/env'
import { outbox } from './outbox'

/** Mail through any SMTP server when SMTP_URL is set, else into the outbox folder, where a developer reads it. */
export function emailAdapter() {
  const { name, address } = sender(env.EMAIL_FROM)
  return nodemailerAdapter({
    defaultFromName: name,
    defaultFromAddress: address,
    transport: env.SMTP_URL ? nodemailer.createTransport(env.SMTP_URL) : outbox(),
    skipVerify: true,
  })
}

/** Parts of `Name <address>`. */
function sender(from: string): { name: string; address: string } {
  const [, name, address] = /^\s*(.*?)\s*<([^>]+)>\s*$/.exec(from) ?? []
  return { name: name || 'Masthead', address: address ?? from.trim() }
}
