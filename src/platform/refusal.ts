/** A failure that is the situation's, not the program's: shown to the person at the terminal as it reads, no stack. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    sentence: string,
    options?: ErrorOptions,
  ) {
    super(sentence, options)
  }
}
