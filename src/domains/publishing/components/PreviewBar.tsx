import { env } from '@/src/platform/env'
import { LivePreviewRefresh } from './LivePreviewRefresh'

interface PreviewBarProps {
  collection: 'content' | 'pages'
  id: string
}

/** Tells an editor that this is a draft, which only they see. */
export function PreviewBar({ collection, id }: PreviewBarProps) {
  return (
    <aside aria-label="Preview" className="bg-ink text-paper">
      <div className="shell flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2 text-xs">
        <p>You are looking at a draft. Readers do not see it.</p>
        <p className="flex gap-5">
          <a href={`/admin/collections/${collection}/${id}`} className="underline underline-offset-4">
            Edit this
          </a>
          <a href="/preview/exit" className="underline underline-offset-4">
            Leave the preview
          </a>
        </p>
      </div>
      <LivePreviewRefresh serverUrl={env.SITE_URL} />
    </aside>
  )
}
