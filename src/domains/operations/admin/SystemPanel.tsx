import type { SystemPart } from '../readSystem'

const words = { ok: 'works', idle: 'not set up', failing: 'needs attention' }

/** Whether the parts beneath the publication work; for administrators. */
export function SystemPanel({ parts }: { parts: SystemPart[] }) {
  return (
    <section className="mh-card">
      <header className="mh-card__head">
        <h2 className="mh-card__title">System</h2>
      </header>
      <ul className="mh-system">
        {parts.map(({ key, label, state, sentence }) => (
          <li className={`mh-system__part mh-system__part--${state}`} key={key}>
            <span aria-hidden className="mh-system__dot" />
            <span>
              <strong>{label}</strong> <span className="mh-visually-hidden">{words[state]}: </span>
              <span className="mh-system__sentence">{sentence}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
