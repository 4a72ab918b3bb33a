/** A page of nothing, as Payload tells of it. */
export function noDocuments(limit: number) {
  return {
    docs: [],
    hasNextPage: false,
    hasPrevPage: false,
    limit,
    nextPage: null,
    page: 1,
    pagingCounter: 0,
    prevPage: null,
    totalDocs: 0,
    totalPages: 0,
  }
}

/** The same, told of one table alone: it is the page that was asked for. */
export function emptyPage(limit: number, page: number) {
  return { ...noDocuments(limit), page, pagingCounter: 1, totalPages: 1 }
}
