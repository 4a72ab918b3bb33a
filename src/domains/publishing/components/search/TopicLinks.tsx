import type { Topic } from '../../search/findTopics'

const kinds = { category: 'Section', tag: 'Tag', author: 'Author' }

/** Pages of the sections, labels and people that are called like what was searched for. */
export function TopicLinks({ topics }: { topics: Topic[] }) {
  if (topics.length === 0) return null
  return (
    <ul aria-label="Pages of this name" className="flex flex-wrap gap-2 pb-5">
      {topics.map(({ id, kind, name, path }) => (
        <li key={id}>
          <a
            href={path}
            className="group/topic inline-flex min-h-10 items-center gap-2.5 rounded-full border border-rule-strong px-4 text-sm hover:bg-ink hover:text-paper"
          >
            <span className="label text-ink-soft group-hover/topic:text-paper">{kinds[kind]}</span>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}
