import { createHash } from 'node:crypto'
import { basename, posix } from 'node:path'
import { localPart, withoutBase } from '../localPart'
import type { NeutralMetadata } from '../neutral'
import type { SourceFile, SourceFiles } from '../source'
import { safeDecode } from './references'
import { readInside } from './source/readText'

/** Folders that a generator serves at the root of the site. */
const servedFolders = ['', 'static/', 'public/', 'assets/', 'src/assets/', 'src/', 'source/', 'content/']

const maxFileBytes = 64 * 1024 * 1024

type Folder = { root: string; files: ReadonlySet<string>; origin?: string; basePath: string }

/** Pictures and downloads that lie in a source folder. */
export class FolderFiles implements SourceFiles {
  private readonly byFileName = new Map<string, string | null>()
  private readonly digests = new Map<string, Promise<string>>()

  constructor(private readonly folder: Folder) {
    for (const file of folder.files) {
      const name = posix.basename(file).toLowerCase()
      this.byFileName.set(name, this.byFileName.has(name) ? null : file)
    }
  }

  find = (address: string, from: NeutralMetadata): string | undefined => {
    const { files, origin, basePath } = this.folder
    const local = localPart(address, origin)
    if (local === undefined) return undefined
    const path = safeDecode(local.replace(/[?#].*$/, ''))
    const aliased = path
      .replace(/^(?:[~@]\/|@)(?=assets\/|src\/|images\/|public\/)/, '/')
      .replace(/^[~@]\//, '/')
    const candidates = aliased.startsWith('/')
      ? servedFolders.flatMap((served) => [
          served + aliased.slice(1),
          served + withoutBase(aliased, basePath).slice(1),
        ])
      : [
          posix.join(posix.dirname(from.file), aliased),
          posix.join(from.permalink, aliased).slice(1),
          ...servedFolders.map((served) => served + aliased),
        ]
    const found = candidates.map((file) => posix.normalize(file)).find((file) => files.has(file))
    return found ?? (path.includes('/') ? undefined : (this.byFileName.get(path.toLowerCase()) ?? undefined))
  }

  digest = (file: string): Promise<string> => {
    const found = this.digests.get(file) ?? this.hash(file)
    this.digests.set(file, found)
    return found
  }

  read = async (file: string): Promise<SourceFile> => ({
    data: await readInside(this.folder.root, file, maxFileBytes),
    filename: basename(file),
  })

  private async hash(file: string): Promise<string> {
    return createHash('sha256')
      .update(await readInside(this.folder.root, file, maxFileBytes))
      .digest('base64url')
  }
}
