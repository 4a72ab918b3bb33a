export function NoSaveButton() {
  return null
}
