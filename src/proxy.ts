/** Tells every page of the site its own path; the layout needs it for the language and the navigation. */
import { type NextRequest, NextResponse } from 'next/server'
import { pathHeader } from './app/(site)/pathHeader'

export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers)
  headers.set(pathHeader, request.nextUrl.pathname)
  return NextResponse.next({ request: { headers } })
}

export const config = { matcher: '/((?!api/|admin(?:/|$)|_next/|preview/).*)' }
