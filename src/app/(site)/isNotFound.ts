/** Whether `error` is what `notFound()` throws. Source: next/client/components/http-access-fallback. */
export function isNotFound(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'digest' in error &&
    error.digest === 'NEXT_HTTP_ERROR_FALLBACK;404'
  )
}
