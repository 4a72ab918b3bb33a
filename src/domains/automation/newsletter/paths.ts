/** Addresses of the newsletter: its pages, and the doors that its forms and mails knock at. */
import { env } from '@/src/platform/env'

export const signUpPath = '/newsletter/sign-up'

/** Where the forms are sent. */
export const doors = {
  signUps: '/api/subscribers/sign-ups',
  confirmations: '/api/subscribers/confirmations',
  unsubscriptions: '/api/subscribers/unsubscriptions',
}

export function confirmPath(token: string): string {
  return `/newsletter/confirm?${new URLSearchParams({ token })}`
}

export function unsubscribePath(token: string): string {
  return `/newsletter/unsubscribe?${new URLSearchParams({ token })}`
}

/** What mail programs call, or open, when their user wants no more. */
export function unsubscribeAddress(token: string): string {
  return `${env.SITE_URL}${doors.unsubscriptions}?${new URLSearchParams({ token })}`
}
