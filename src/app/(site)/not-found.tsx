import { buttonStyles } from '@/src/components/buttonStyles'
import { SearchForm } from '@/src/domains/publishing/components/search/SearchForm'
import { archivePath } from '@/src/domains/publishing/paths'

export default function NotFound() {
  return (
    <div className="shell py-section text-center">
      <p className="display text-[clamp(6rem,22vw,14rem)] leading-none text-accent" aria-hidden="true">
        404
      </p>
      <h1 className="display mt-4 text-3xl">This page is not here</h1>
      <p className="mx-auto mt-4 max-w-prose text-balance font-serif text-lg text-ink-soft">
        It may have moved, or it was never published. The address may also have lost a letter on its way.
      </p>
      <div className="mx-auto mt-8 max-w-prose text-left">
        <SearchForm query={{ q: '' }} />
      </div>
      <p className="mt-6 flex flex-wrap justify-center gap-3">
        <a href="/" className={buttonStyles()}>
          To the first page
        </a>
        <a href={archivePath()} className={buttonStyles({ variant: 'outline' })}>
          All articles
        </a>
      </p>
    </div>
  )
}
