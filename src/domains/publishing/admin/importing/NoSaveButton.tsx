/** An import is told by its job: there is nothing to save by hand. */
export function NoSaveButton() {
  return null
}
