/** The tags that Jekyll and its common plugins add to Liquid, as Markdown or HTML that the next step reads. */
import type { Context, Liquid, TagToken, Template, TopLevelToken } from 'liquidjs'
import { referenceTo } from '../references'
import { parseUntil } from './unknownTags'

export type TagSettings = {
  report: (code: string, message: string, line?: number) => void
  readRelative: (page: Record<string, unknown>, file: string) => string
  page: Record<string, unknown>
  relativeIncludes: number
}

const relativeIncludeLimit = 50

export function registerTags(engine: Liquid, settings: TagSettings): void {
  registerCapture(engine)
  registerHighlight(engine)
  registerRelativeInclude(engine, settings)
  registerMissingInclude(engine, settings)
  const include = engine.tags.include
  if (include) engine.registerTag('include_cached', include)
  inline(engine, 'post_url', (args) => referenceTo(`post:${args}`))
  inline(engine, 'link', (args) => referenceTo(args))
  inline(engine, 'youtube', (args) => frame(`https://www.youtube.com/watch?v=${firstWord(args)}`))
  inline(engine, 'vimeo', (args) => frame(`https://vimeo.com/${firstWord(args)}`))
  inline(engine, 'gist', (args) => `\n\n<https://gist.github.com/${firstWord(args)}>\n\n`)
  for (const name of ['twitter', 'tweet']) inline(engine, name, (args) => `\n\n<${firstWord(args)}>\n\n`)
  for (const name of ['seo', 'feed_meta', 'toc']) inline(engine, name, () => '')
}

function firstWord(args: string): string {
  return (args.trim().split(/\s+/)[0] ?? '').replace(/["'<>]/g, '')
}

function frame(address: string): string {
  return `\n\n<iframe src="${address}"></iframe>\n\n`
}

/** A tag without content whose arguments may hold `{{ variables }}`. */
function inline(engine: Liquid, tag: string, write: (args: string) => string): void {
  engine.registerTag(tag, {
    parse(token: TagToken) {
      this.args = this.liquid.parse(token.args)
    },
    *render(context) {
      const args = (yield this.liquid.renderer.renderTemplates(this.args as Template[], context)) as string
      return write(args.trim())
    },
  })
}

/** As lax about the name as Ruby's Liquid: `{% capture /dev/null %}` is how themes discard text. */
function registerCapture(engine: Liquid): void {
  engine.registerTag('capture', {
    parse(token: TagToken, remaining: TopLevelToken[]) {
      this.name = /[\w-]+/.exec(token.args)?.[0] ?? 'captured'
      this.content = parseUntil(this.liquid, 'capture', remaining)
    },
    *render(context: Context) {
      const text = (yield this.liquid.renderer.renderTemplates(this.content as Template[], context)) as string
      context.bottom()[this.name as string] = text
    },
  })
}

function registerHighlight(engine: Liquid): void {
  engine.registerTag('highlight', {
    parse(token: TagToken, remaining: TopLevelToken[]) {
      this.language = firstWord(token.args)
      this.content = parseUntil(this.liquid, 'highlight', remaining)
    },
    *render(context) {
      const code = (yield this.liquid.renderer.renderTemplates(this.content as Template[], context)) as string
      const fence = '`'.repeat(Math.max(3, longestRun(code) + 1))
      return `\n${fence}${this.language}\n${code.replace(/^\n+|\s+$/g, '')}\n${fence}\n`
    },
  })
}

function longestRun(code: string): number {
  return Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
}

function registerRelativeInclude(engine: Liquid, settings: TagSettings): void {
  engine.registerTag('include_relative', {
    parse(token: TagToken) {
      this.args = this.liquid.parse(token.args)
    },
    *render(context, emitter) {
      const args = (yield this.liquid.renderer.renderTemplates(this.args as Template[], context)) as string
      settings.relativeIncludes += 1
      if (settings.relativeIncludes > relativeIncludeLimit)
        throw new RangeError('Maximum call stack of includes')
      const text = settings.readRelative(settings.page, firstWord(args))
      yield this.liquid.renderer.renderTemplates(this.liquid.parse(text), context, emitter)
    },
  })
}

/** Includes of a theme that is not here: a picture or video is made from their parameters where they hold one. */
function registerMissingInclude(engine: Liquid, settings: TagSettings): void {
  engine.registerTag('missing_include', {
    parse(token: TagToken) {
      this.file = token.args.trim()
    },
    render(context: Context) {
      const given = context.getSync(['include']) as Record<string, unknown> | undefined
      const words = (...keys: string[]) =>
        keys.map((key) => given?.[key]).find((value) => typeof value === 'string') as string | undefined
      const image = words('image_path', 'url', 'src', 'image', 'file', 'path')
      if (image && /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(image)) {
        const title = words('caption', 'title')
        return `\n\n![${words('alt') ?? ''}](<${image}>${title ? ` "${title.replace(/"/g, '&quot;')}"` : ''})\n\n`
      }
      const id = words('id', 'youtube_id')
      if (id && /video|youtube|vimeo/i.test(`${this.file}${words('provider') ?? ''}`)) {
        const isVimeo = /vimeo/i.test(`${this.file}${words('provider') ?? ''}`)
        return frame(isVimeo ? `https://vimeo.com/${id}` : `https://www.youtube.com/watch?v=${id}`)
      }
      settings.report('INCLUDE_MISSING', `“${this.file}” is not among the includes: it was left out.`)
      return ''
    },
  })
}
