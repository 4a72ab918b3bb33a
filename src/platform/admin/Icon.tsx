import { Mark } from './Mark'

/** The panel's home link, at the start of every path of crumbs. */
export function Icon() {
  return (
    <span className="mh-icon">
      <Mark size={20} />
    </span>
  )
}
