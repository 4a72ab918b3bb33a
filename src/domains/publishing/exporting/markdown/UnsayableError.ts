/** Thrown where Markdown has no words for a node of the editor: it is exported as the node that it is. */
export class UnsayableError extends Error {
  constructor(readonly type: string) {
    super(`Markdown has no words for “${type}”.`)
  }
}
