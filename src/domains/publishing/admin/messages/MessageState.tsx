import { LocalTime } from '@/src/platform/admin/LocalTime'

interface MessageStateProps {
  answeredAt?: string | null
  mailError?: string | null
}

/** What is to be done about a message. */
export function MessageState({ answeredAt, mailError }: MessageStateProps) {
  if (answeredAt) {
    return (
      <span className="mh-badge mh-badge--published">
        Answered <LocalTime at={answeredAt} />
      </span>
    )
  }
  if (mailError) {
    return (
      <span className="mh-badge mh-badge--failed" title={mailError}>
        To answer, mail failed
      </span>
    )
  }
  return <span className="mh-badge mh-badge--changed">To answer</span>
}
