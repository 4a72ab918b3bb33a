/** The one clock: tests and previews at a future date replace it, nothing else reads `Date.now()`. */
let read: () => Date = () => new Date()

export function now(): Date {
  return read()
}

/** Replaces the clock and returns the function that puts the former one back. */
export function setClock(clock: () => Date): () => void {
  const former = read
  read = clock
  return () => {
    read = former
  }
}
