import { randomUUID } from 'node:crypto'
import type { Ask } from './load'

interface Related {
  authors: string[]
  categories: string[]
  tags: string[]
}

/** Newer ones may have pushed an article off a list of ten. */
const shown = 10

const firstMoment = Date.parse('2026-11-02T00:00:00Z')

/** Makes articles as somebody who signed in, and checks that reads know of those that were acknowledged. */
export class Writer {
  private readonly acknowledged: string[] = []
  private begun = 0
  private newestKnown: { slug: string; at: number } | undefined

  constructor(
    private readonly token: string,
    private readonly related: Related,
    private readonly body: object,
  ) {}

  create(): Ask {
    this.begun += 1
    const at = this.begun
    const slug = `made-${randomUUID()}`
    return {
      path: '/api/content?depth=0',
      method: 'POST',
      headers: { authorization: `JWT ${this.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        title: `Made ${slug}`,
        slug,
        body: this.body,
        _status: 'published',
        publishedAt: new Date(firstMoment + at * 1_000).toISOString(),
        ...this.related,
      }),
      status: 201,
      check: () => {
        this.acknowledged.push(slug)
        if (at > (this.newestKnown?.at ?? 0)) this.newestKnown = { slug, at }
      },
    }
  }

  /** The newest that was acknowledged before is on the list, unless enough newer ones were begun since. */
  newest(path: string): Ask {
    const known = this.newestKnown
    return {
      path,
      check: (text) => {
        if (known && this.begun - known.at < shown && !text.includes(known.slug))
          throw new Error(`${path} does not know ${known.slug}`)
      },
    }
  }

  /** One of our own: undefined before there is any. */
  own(pathOf: (slug: string) => string): Ask | undefined {
    const slug = this.acknowledged[Math.floor(Math.random() * this.acknowledged.length)]
    if (!slug) return undefined
    const path = pathOf(slug)
    return {
      path,
      check: (text) => {
        if (!text.includes(`"slug":"${slug}"`)) throw new Error(`${path} is not there`)
      },
    }
  }
}
