/** Reads the parts of an address. What cannot be one of ours ends in the 404 page, never in an error. */
import { notFound } from 'next/navigation'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

const longestSegment = 300

/** A segment of the path as text. */
export function readSegment(segment: string): string {
  const text = decoded(segment)
  if (text === null || text === '' || text.length > longestSegment || hasControls(text)) notFound()
  return text
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

function hasControls(text: string): boolean {
  return [...text].some((letter) => letter < ' ' || letter === '\u007f')
}

/** The page of a list that `?page=` asks for. */
export function readPageNumber(page: string | string[] | undefined): number {
  if (page === undefined) return 1
  if (typeof page !== 'string' || !/^[1-9]\d{0,5}$/.test(page)) notFound()
  return Number(page)
}

/** A list has no pages after its last. */
export function refusePageBeyond({ page, totalPages }: { page: number; totalPages: number }): void {
  if (page > Math.max(1, totalPages)) notFound()
}
