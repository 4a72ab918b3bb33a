'use client'

import { Button, useAllFormFields, useDocumentInfo, useField, useForm } from '@payloadcms/ui'
import { LocalTime } from '@/src/platform/admin/LocalTime'
import { MessageState } from './MessageState'

/** A message as a letter that is read and answered, where a form would show fields that nobody can change. */
export function Letter() {
  const [fields] = useAllFormFields()
  const { initialData } = useDocumentInfo()
  const { value: answeredAt, setValue } = useField<string | null>({ path: 'answeredAt' })
  const { submit } = useForm()
  const said = (name: string) => String(fields[name]?.value ?? '')
  const settle = async (moment: string | null) => {
    setValue(moment)
    await submit({ overrides: { answeredAt: moment } })
  }
  return (
    <article className="mh-letter" aria-label="Message">
      <header className="mh-letter__head">
        <div>
          <p className="mh-letter__from">{said('name')}</p>
          <p className="mh-letter__quiet">
            <a href={`mailto:${said('email')}`}>{said('email')}</a>
          </p>
        </div>
        <p className="mh-letter__quiet">
          {initialData?.createdAt ? <LocalTime at={String(initialData.createdAt)} /> : null}
          {said('page') ? (
            <>
              {' · '}
              <a href={said('page')} rel="noopener" target="_blank">
                {said('page')}
              </a>
            </>
          ) : null}
        </p>
      </header>
      {said('mailError') ? (
        <p className="mh-letter__failure" role="note">
          It did not go out to {said('recipient')}: {said('mailError')}
        </p>
      ) : null}
      <p className="mh-letter__text">{said('message')}</p>
      <footer className="mh-letter__acts">
        <Button el="anchor" margin={false} url={answerOf(said('email'), said('name'), said('message'))}>
          Answer by mail
        </Button>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => void settle(answeredAt ? null : new Date().toISOString())}
        >
          {answeredAt ? 'Not answered yet' : 'Mark as answered'}
        </Button>
        <MessageState answeredAt={answeredAt} mailError={said('mailError')} />
      </footer>
    </article>
  )
}

/** Programs for mail cut longer ones off. */
const longestQuote = 1_500

function answerOf(email: string, name: string, message: string): string {
  const quoted = message.slice(0, longestQuote).replace(/^/gm, '> ')
  const query = { subject: 'Your message', body: `\n\n${name} wrote:\n${quoted}` }
  const asked = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return `mailto:${encodeURIComponent(email)}?${asked.join('&')}`
}
