/** Where addresses of the source lead on our site. */
import { posix } from 'node:path'
import { localPart, withoutBase } from '../localPart'
import { referenceIn, safeDecode } from '../markdown/references'
import type { NeutralMetadata } from '../neutral'
import type { SourceFiles } from '../source'

export type Destination = {
  metadata: NeutralMetadata
  path: string
  /** The slug that the source gives it, whatever it has here. */
  sourceSlug: string
}

export type Resolved =
  | { kind: 'document'; url: string; destination: Destination }
  | { kind: 'file'; file: string }
  | { kind: 'original'; url: string }
  | { kind: 'broken'; url: string }
  | { kind: 'outside'; url: string }

export type AddressBookInput = {
  destinations: Destination[]
  files: Pick<SourceFiles, 'find'>
  /** Origin of the source site, where it is known. */
  origin?: string
  basePath: string
  /** Path on our site of a tag or category list that the source had at `/tags/name/`. */
  taxonomyPath: (kind: 'tag' | 'category' | 'author', name: string) => string | undefined
}

export class AddressBook {
  private readonly byPath = new Map<string, Destination>()
  private readonly byFile = new Map<string, Destination>()
  private readonly byName = new Map<string, Destination>()

  constructor(private readonly input: AddressBookInput) {
    for (const destination of input.destinations) {
      const { permalink, aliases, file, names } = destination.metadata
      for (const path of [permalink, ...aliases])
        setFirst(this.byPath, shortLinkKey(path) ?? pathKey(path), destination)
      this.byFile.set(file, destination)
      for (const name of names) setFirst(this.byName, name.toLowerCase(), destination)
    }
  }

  resolve(address: string, from: NeutralMetadata): Resolved {
    const named = referenceIn(address)
    if (named) return this.resolveName(named.name, named.fragment, from)
    if (address.startsWith('wiki:')) {
      const [name = '', fragment] = address.slice('wiki:'.length).split('#')
      return this.resolveName(safeDecode(name), fragment ? `#${fragment}` : '', from)
    }
    if (address.startsWith('#')) return { kind: 'outside', url: address }
    const local = localPart(address, this.input.origin)
    return local === undefined ? { kind: 'outside', url: address } : this.resolvePath(local, from)
  }

  /** The address on the source site, for what stayed there. */
  originalAddress(address: string, from: NeutralMetadata): string | undefined {
    const { origin, basePath } = this.input
    if (!origin) return undefined
    const local = localPart(address, origin) ?? address
    const path = local.startsWith('/')
      ? local
      : new URL(local, `http://x${encodeURI(basePath + from.permalink)}`).href.slice('http://x'.length)
    return URL.canParse(path, origin) ? new URL(path, origin).href : undefined
  }

  private resolveName(name: string, fragment: string, from: NeutralMetadata): Resolved {
    const path = name.replace(/^post:/, '').replace(/^\//, '')
    if (path === '') return { kind: 'outside', url: fragment }
    const wanted = [
      path,
      posix.join(posix.dirname(from.file), path),
      `content/${path}`,
      `_posts/${path}`,
    ].flatMap((file) => [file, `${file}.md`, `${file}.mdx`, `${file}/index.md`])
    const byFile = wanted.map((file) => this.byFile.get(file)).find((found) => found)
    const last = posix.basename(path).replace(/\.(?:mdx?|markdown)$/i, '')
    const dated = [...this.byFile].find(
      ([file]) => file.endsWith(`/${last}.md`) || file.endsWith(`/${last}.markdown`),
    )?.[1]
    const found =
      byFile ?? dated ?? this.byName.get(last.toLowerCase()) ?? this.byName.get(path.toLowerCase())
    if (found) return internal(found, fragment)
    return this.resolvePath(`/${path}${fragment}`, from)
  }

  private resolvePath(local: string, from: NeutralMetadata): Resolved {
    const [beforeHash = '', ...hash] = local.split('#')
    const fragment = hash.length > 0 ? `#${hash.join('#')}` : ''
    const meant = this.byPath.get(shortLinkKey(beforeHash) ?? ' ')
    if (meant) return internal(meant, fragment)
    const path = safeDecode(beforeHash.replace(/\?.*$/, ''))
    if (path === '') return { kind: 'outside', url: local }
    // Home is home, but a part of the old home page is not a part of ours.
    if (path === '/' && !fragment) return { kind: 'outside', url: '/' }
    const found = this.findDocument(path, from)
    if (found) return internal(found, fragment)
    const listed = this.listPath(path)
    if (listed) return { kind: 'outside', url: listed }
    const file = this.input.files.find(path, from)
    if (file && !/\.(?:mdx?|markdown)$/i.test(file)) return { kind: 'file', file }
    const original = this.originalAddress(local, from)
    if (original) return { kind: 'original', url: original }
    return {
      kind: 'broken',
      url: path.startsWith('/') ? local : posix.join('/', posix.dirname(from.permalink), local),
    }
  }

  private findDocument(path: string, from: NeutralMetadata): Destination | undefined {
    const { basePath } = this.input
    if (!path.startsWith('/')) {
      const file = posix.join(posix.dirname(from.file), path)
      const byFile = [file, `${file}.md`, `${file}.mdx`, `${file}/index.md`]
        .map((each) => this.byFile.get(each))
        .find((found) => found)
      return (
        byFile ??
        this.byPath.get(pathKey(posix.join(from.permalink, path))) ??
        this.byPath.get(pathKey(posix.join(posix.dirname(from.permalink), path)))
      )
    }
    return (
      this.byPath.get(pathKey(path)) ??
      this.byPath.get(pathKey(withoutBase(path, basePath))) ??
      this.byFile.get(path.slice(1)) ??
      this.byFile.get(`content${path}`)
    )
  }

  /** A generator's own list of a tag, category or author. */
  private listPath(path: string): string | undefined {
    const found = /^\/(tags?|categor(?:y|ies)|authors?)\/(?:[^/]+\/)*?([^/]+)\/?(?:index\.html)?$/.exec(
      withoutBase(path, this.input.basePath),
    )
    if (!found?.[1] || !found[2]) return undefined
    const kind = found[1].startsWith('tag') ? 'tag' : found[1].startsWith('cat') ? 'category' : 'author'
    return this.input.taxonomyPath(kind, found[2])
  }
}

function internal(destination: Destination, fragment: string): Resolved {
  return { kind: 'document', url: destination.path + fragment, destination }
}

/** Addresses that mean the same document: with and without a slash, `index.html`, `.html` or `.md` at the end. */
function pathKey(path: string): string {
  const plain = safeDecode(path)
    .replace(/[?#].*$/, '')
    .replace(/(?:^|\/)index\.(?:html?|mdx?)$/i, '/')
    .replace(/\.(?:html?|mdx?|markdown)$/i, '')
    .replace(/\/+$/, '')
  return (plain.startsWith('/') ? plain : `/${plain}`).toLowerCase()
}

/** WordPress answers for every document under its number as well, whatever else its address is. */
function shortLinkKey(path: string): string | undefined {
  const found = /^[^?#]*\?(?:[^#]*&)?(p|page_id)=(\d+)(?:&|#|$)/.exec(path)
  return found ? `?${found[1]}=${found[2]}` : undefined
}

function setFirst<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (!map.has(key)) map.set(key, value)
}
