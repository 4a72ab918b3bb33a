import { ArrowRight, Hash, Layers, Lock, User } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/src/components/cn'
import { populatedAll } from '../../populated'
import type { FoundArticle } from '../../search/searchArticles'
import { formatDate } from '../formatDate'
import { languageOf } from '../languageOf'
import { MarkedText } from './MarkedText'
import type { PaletteEntry } from './paletteEntries'

interface PaletteOptionProps {
  id: string
  entry: PaletteEntry
  isChosen: boolean
  onChoose: () => void
}

const topicIcons = { category: Layers, tag: Hash, author: User }
const topicNames = { category: 'Section', tag: 'Tag', author: 'Author' }

/** One line of the palette. The field keeps the focus, so it is not a stop of the tabulator. */
export function PaletteOption({ id, entry, isChosen, onChoose }: PaletteOptionProps) {
  return (
    <a
      id={id}
      href={entry.href}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      onPointerMove={isChosen ? undefined : onChoose}
      className={cn(
        'mx-2 flex items-center gap-3 rounded-md px-3 py-2.5',
        isChosen && 'bg-paper-sunk shadow-[inset_3px_0_0_var(--accent)]',
      )}
    >
      {contentOf(entry)}
    </a>
  )
}

function contentOf(entry: PaletteEntry): ReactNode {
  switch (entry.kind) {
    case 'topic': {
      const Icon = topicIcons[entry.topic.kind]
      return (
        <>
          <Icon size={16} aria-hidden="true" className="shrink-0 text-ink-soft" />
          <span className="min-w-0 grow truncate text-sm font-semibold">{entry.topic.name}</span>
          <span className="label text-ink-soft">{topicNames[entry.topic.kind]}</span>
        </>
      )
    }
    case 'article':
      return <Article article={entry.article} />
    case 'all':
      return (
        <>
          <ArrowRight size={16} aria-hidden="true" className="shrink-0 text-ink-soft" />
          <span className="min-w-0 grow truncate text-sm">{entry.label}</span>
        </>
      )
  }
}

function Article({ article }: { article: FoundArticle }) {
  const [category] = populatedAll(article.categories)
  return (
    <span {...languageOf(article.locale)} className="block min-w-0 grow">
      <span className="headline block text-md">
        <MarkedText parts={article.titleParts} />
      </span>
      <span className="mt-0.5 line-clamp-1 text-xs text-ink-soft">
        <MarkedText parts={article.snippet} />
      </span>
      <span className="mt-1 flex items-center gap-2.5 text-2xs text-ink-soft">
        {category && <span className="font-semibold">{category.name}</span>}
        {article.publishedAt && <span>{formatDate(article.publishedAt, article.locale)}</span>}
        {article.audience !== 'public' && (
          <span className="inline-flex items-center gap-1">
            <Lock size={11} aria-hidden="true" />
            {article.audience === 'members' ? 'Members' : 'Paid'}
          </span>
        )}
      </span>
    </span>
  )
}
