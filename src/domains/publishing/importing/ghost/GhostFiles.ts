import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { localPart } from '../localPart'
import { safeDecode } from '../markdown/references'
import { readInside } from '../markdown/source/readText'
import type { NeutralMetadata } from '../neutral'
import type { SourceFile, SourceFiles } from '../source'

const maxFileBytes = 256 * 1024 * 1024

/** Pictures and downloads of a Ghost backup: `images`, `media` and `files`, with or without `content` above them. */
export class GhostFiles implements SourceFiles {
  private readonly byPath = new Map<string, string>()
  private readonly digests = new Map<string, Promise<string>>()

  constructor(
    private readonly root: string,
    files: string[],
    private readonly origin?: string,
    /** The former site itself, for what is not at hand. */
    private readonly site?: SourceFiles,
  ) {
    for (const file of files) {
      const found = /(?:^|\/)((?:images|media|files)\/.+)$/.exec(file)?.[1]
      if (found && !this.byPath.has(found)) this.byPath.set(found, file)
    }
  }

  find = (address: string, from: NeutralMetadata): string | undefined => {
    const local = localPart(address, this.origin)
    const path = local === undefined ? undefined : pathIn(local)
    const own = path === undefined ? undefined : this.byPath.get(path)
    return own ?? this.site?.find(path === undefined ? address : `/content/${path}`, from)
  }

  /** What was downloaded once is known by its address. */
  sourceKey = (file: string): string | undefined =>
    isRemote(file) ? this.site?.sourceKey?.(file) : undefined

  digest = (file: string): Promise<string> => {
    if (this.site && isRemote(file)) return this.site.digest(file)
    const found = this.digests.get(file) ?? this.hash(file)
    this.digests.set(file, found)
    return found
  }

  read = async (file: string): Promise<SourceFile> => {
    if (this.site && isRemote(file)) return this.site.read(file)
    return { data: await readInside(this.root, file, maxFileBytes), filename: posix.basename(file) }
  }

  private async hash(file: string): Promise<string> {
    const data = await readInside(this.root, file, maxFileBytes)
    return createHash('sha256').update(data).digest('base64url')
  }
}

function isRemote(file: string): boolean {
  return /^https?:\/\//.test(file)
}

/** `/content/images/size/w600/format/webp/2020/a.jpg` is a rendition of `images/2020/a.jpg`. */
function pathIn(local: string): string | undefined {
  const path = safeDecode(local.replace(/[?#].*$/, ''))
  const found = /(?:^|\/)content\/((?:images|media|files)\/.+)$/.exec(path)?.[1]
  return found && posix.normalize(found.replace(/^images\/(?:size\/[^/]+\/)?(?:format\/[^/]+\/)?/, 'images/'))
}
