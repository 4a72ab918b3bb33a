/** A block of the editor. Text outside of any block has no name. */
export type Block = {
  /** With its maker, `core/` included; empty for text outside of blocks. */
  name: string
  attributes: Record<string, unknown>
  /** Its HTML, with the blocks inside of it in their places. */
  parts: (string | Block)[]
}

export type ParsedBlocks = { blocks: Block[]; broken: string[] }

const openers = /<!--\s+(\/?)wp:([a-z][\w-]*(?:\/[a-z][\w-]*)?)(?=\s)/gi

/** Parts of a text at its block comments. What is not closed ends with its parent; a stray end is left out. */
export function parseBlocks(content: string): ParsedBlocks {
  const root: Block = { name: '', attributes: {}, parts: [] }
  const open: Block[] = [root]
  const broken: string[] = []
  const top = () => open.at(-1) ?? root
  let at = 0
  for (const found of content.matchAll(openers)) {
    if (found.index < at) continue
    const end = content.indexOf('-->', found.index)
    if (end < 0) break
    addText(top(), content.slice(at, found.index))
    at = end + '-->'.length
    const name = withMaker(found[2] ?? '')
    if (found[1]) {
      const depth = open.findLastIndex((block) => block.name === name)
      if (depth > 0) open.length = depth
      continue
    }
    const header = content.slice(found.index + found[0].length, end).trim()
    const isEmpty = header.endsWith('/')
    const attributes = attributesOf(isEmpty ? header.slice(0, -1).trim() : header)
    if (!attributes) broken.push(name)
    const block: Block = { name, attributes: attributes ?? {}, parts: [] }
    top().parts.push(block)
    if (!isEmpty) open.push(block)
  }
  addText(top(), content.slice(at))
  const blocks = root.parts.map((part) => (typeof part === 'string' ? { ...root, parts: [part] } : part))
  return { blocks, broken }
}

function addText(block: Block, text: string): void {
  if (block.name !== '' || text.trim() !== '') block.parts.push(text)
}

function withMaker(name: string): string {
  return name.includes('/') ? name.toLowerCase() : `core/${name.toLowerCase()}`
}

function attributesOf(json: string): Record<string, unknown> | undefined {
  if (json === '') return {}
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return undefined
  }
}
