/** The mark: the masthead of a page, two columns below it. It takes the colour of the text around it. */
export function Mark({ size }: { size: number }) {
  return (
    <svg aria-hidden="true" fill="none" height={size} viewBox="0 0 32 32" width={size}>
      <rect fill="currentColor" height="30" rx="7" width="30" x="1" y="1" />
      <g className="mh-mark__page">
        <rect height="5" rx="1.25" width="18" x="7" y="7.5" />
        <rect height="10" opacity=".62" rx="1.25" width="8" x="7" y="15" />
        <rect height="2.5" opacity=".62" rx="1.25" width="8" x="17" y="15" />
        <rect height="2.5" opacity=".62" rx="1.25" width="8" x="17" y="18.75" />
        <rect height="2.5" opacity=".62" rx="1.25" width="5" x="17" y="22.5" />
      </g>
    </svg>
  )
}
