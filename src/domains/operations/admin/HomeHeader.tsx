import { Button } from '@payloadcms/ui'
import { env } from '@/src/platform/env'

interface HomeHeaderProps {
  adminRoute: string
  name: string
  /** Drafts of others, for those who publish. */
  waiting: number
  mine: number
  failed: number
}

export function HomeHeader({ adminRoute, name, waiting, mine, failed }: HomeHeaderProps) {
  return (
    <div className="mh-home__head">
      <div>
        <h1 className="mh-home__title">Hello, {name}</h1>
        <p className="mh-home__summary">{summary({ waiting, mine, failed })}</p>
      </div>
      <div className="mh-home__actions">
        <Button
          buttonStyle="primary"
          el="link"
          icon="plus"
          iconPosition="left"
          margin={false}
          size="medium"
          to={`${adminRoute}/collections/content/create`}
        >
          Write an article
        </Button>
        <Button
          buttonStyle="secondary"
          el="link"
          margin={false}
          size="medium"
          to={`${adminRoute}/collections/media/create`}
        >
          Upload media
        </Button>
        <Button buttonStyle="secondary" el="anchor" margin={false} newTab size="medium" url={env.SITE_URL}>
          Open the site
        </Button>
      </div>
    </div>
  )
}

function summary({ waiting, mine, failed }: Record<'waiting' | 'mine' | 'failed', number>): string {
  const parts = [
    waiting > 0 ? `${waiting} ${waiting === 1 ? 'draft waits' : 'drafts wait'} for an editor` : '',
    mine > 0 ? `${mine} ${mine === 1 ? 'draft' : 'drafts'} of your own` : '',
    failed > 0 ? `${failed} ${failed === 1 ? 'job' : 'jobs'} failed` : '',
  ].filter(Boolean)
  return parts.length > 0 ? `${parts.join(' · ')}.` : 'Nothing needs your attention.'
}
