/** Where the media of a JSON export lie: `site.json` has them in `site.media`. */
export function mediaFolderOf(path: string): string {
  return `${path.replace(/\.json$/i, '')}.media`
}
