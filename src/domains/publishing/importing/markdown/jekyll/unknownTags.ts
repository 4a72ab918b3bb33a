import type { Liquid, TagToken, Template, TopLevelToken } from 'liquidjs'
import type { TagSettings } from './tags'

/** A tag that only the source's own plugins know: a pair keeps its content, a single one leaves nothing. */
export function registerUnknownTag(
  engine: Liquid,
  tag: string,
  isBlock: boolean,
  settings: TagSettings,
): void {
  engine.registerTag(tag, {
    parse(token: TagToken, remaining: TopLevelToken[]) {
      this.line = token.file ? undefined : token.getPosition()[0]
      this.content = isBlock ? parseUntil(this.liquid, tag, remaining) : []
    },
    *render(context, emitter) {
      const kept = isBlock ? 'its content was kept' : 'it was left out'
      settings.report(
        'UNKNOWN_LIQUID_TAG',
        `{% ${tag} %} is not known: ${kept}.`,
        this.line as number | undefined,
      )
      yield this.liquid.renderer.renderTemplates(this.content as Template[], context, emitter)
    },
  })
}

export function parseUntil(liquid: Liquid, tag: string, remaining: TopLevelToken[]): Template[] {
  const templates: Template[] = []
  const stream = liquid.parser.parseStream(remaining)
  stream
    .on(`tag:end${tag}`, () => stream.stop())
    .on(`tag:end_${tag}`, () => stream.stop())
    .on('template', (template: Template) => templates.push(template))
    .on('end', () => {
      throw new Error(`tag ${tag} is not closed`)
    })
  stream.start()
  return templates
}
