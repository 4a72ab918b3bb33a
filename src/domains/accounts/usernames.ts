/** Names that are or may become part of the site's own addresses. */
const reservedUsernames = new Set(
  'about account admin api archive articles assets authors billing categories contact feed help home login logout me new null pages pricing privacy search settings signin signup static support system tags team terms undefined user users www'.split(
    ' ',
  ),
)

const usernamePattern = /^[a-z0-9](?:[a-z0-9]|[-_.](?=[a-z0-9])){0,59}$/

/** `true`, or why the name cannot be taken. */
export function validateUsername(value: string | null | undefined): string | true {
  if (!value) return 'Choose a username.'
  if (!usernamePattern.test(value))
    return 'Use up to 60 lower-case letters, digits, hyphens, dots and underscores.'
  return !reservedUsernames.has(value) || 'This name is reserved.'
}
