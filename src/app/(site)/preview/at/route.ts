import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { lookAheadCookie } from '@/src/domains/publishing/lookAheadAsAsked'
import { isStaff } from '@/src/platform/access'
import { env } from '@/src/platform/env'
import { visitorRequest } from '../../visitorRequest'
import { plainAnswer } from '../plainAnswer'
import { safePath } from '../safePath'

/** Shows staff the site as it will be: `at` is the moment (UTC where it names no zone), `path` where to begin. */
export async function GET(request: Request): Promise<Response> {
  if (!isStaff(await visitorRequest())) return plainAnswer('Sign in to the panel to look ahead.', 401)
  const { searchParams } = new URL(request.url)
  const moment = readMoment(searchParams.get('at') ?? '')
  if (!moment) return plainAnswer('Give the moment as in 2026-12-24T09:00.', 400)
  const kept = await cookies()
  kept.set(lookAheadCookie, String(moment.getTime()), {
    httpOnly: true,
    sameSite: 'lax',
    secure: env.SITE_URL.startsWith('https:'),
    path: '/',
  })
  redirect(safePath(searchParams.get('path')))
}

function readMoment(text: string): Date | null {
  const [, moment, zone = 'Z'] =
    text.match(/^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?$/) ?? []
  const date = new Date(`${moment}${zone}`)
  return moment && !Number.isNaN(date.getTime()) ? date : null
}
