/** Authors that a site describes in data files or in documents of their own. */
import { DocumentError, type ImportIssue, type NeutralAuthor } from '../../neutral'
import { splitFrontMatter } from '../source/frontMatter'
import { readText } from '../source/readText'
import { isData } from '../source/values'
import { authorFrom } from './metadataOf'
import { readData } from './siteConfig'

const ownFile =
  /^(?:_authors|content\/authors?|src\/content\/authors?|src\/data\/authors?|data\/authors?|_data\/authors)\/(?:([^/]+)\/_?index|([^/]+))\.(?:mdx?|ya?ml|json|toml)$/
const sharedFile = /^(?:_data|data|src\/data)\/(?:authors?|people|team)\.(?:ya?ml|json|toml)$/

/** Known authors by every name a document may use for them, in lower case. */
export async function readPeople(
  root: string,
  files: string[],
  issues: ImportIssue[],
): Promise<Map<string, NeutralAuthor>> {
  const people = new Map<string, NeutralAuthor>()
  const add = (data: unknown, key?: string) => {
    for (const author of isData(data) ? authorFrom(data, key) : []) {
      for (const name of [key, author.name, author.username]) if (name) people.set(name.toLowerCase(), author)
    }
  }
  for (const file of files) {
    const own = ownFile.exec(file)
    if (!own && !sharedFile.test(file)) continue
    try {
      const { text } = await readText(root, file)
      const value = /\.mdx?$/.test(file) ? splitFrontMatter(text).data : readData(file, text)
      if (own) add(value, own[1] ?? own[2])
      else if (Array.isArray(value)) for (const each of value) add(each)
      else if (isData(value)) for (const [key, each] of Object.entries(value)) add(each, key)
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error
      issues.push({
        code: 'MALFORMED_DATA',
        severity: 'warning',
        file,
        line: error.line,
        message: error.message,
      })
    }
  }
  return people
}
