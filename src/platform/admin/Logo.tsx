import { Mark } from './Mark'

/** Above the forms of signing in. */
export function Logo() {
  return (
    <span className="mh-logo">
      <Mark size={40} />
      <span className="mh-logo__word">Masthead</span>
    </span>
  )
}
