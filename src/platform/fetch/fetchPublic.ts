import { createFetcher, type Fetcher } from './createFetcher'
import { isPublicAddress } from './isPublicAddress'

/**
 * Fetches an address that somebody else named: public http and https only, judged after its name is looked up and
 * at each redirect, with limits of size and time.
 * @throws AppError ADDRESS_REFUSED, HOST_UNREACHABLE, FETCH_FAILED, FETCH_TIMED_OUT, RESPONSE_TOO_LARGE, TOO_MANY_REDIRECTS
 */
export const fetchPublic: Fetcher = createFetcher({ isAllowed: isPublicAddress })
