import type { CameFile, CameText } from '../arrival.ts'
import { type Around, fileKey, type Shown } from '../reading/around.ts'
import type { Under } from './under.ts'

/** What surrounds a text: the pictures that came in, and the addresses of the blog. */
export function aroundText(
  { blog, files, pictures }: Under,
  { sourceId }: Pick<CameText, 'sourceId'>,
): Around {
  const shown = (file: CameFile | undefined): Shown | undefined =>
    file && {
      id: pictures.get(file.sourceId) ?? null,
      ...{ url: file.url, alt: file.alt, caption: file.caption },
    }
  return {
    fileAt: (url) => shown(files.byKey.get(fileKey(url))),
    fileOf: (number) => shown(files.byNumber.get(number)),
    filesUnder: files.under.get(sourceId) ?? [],
    ownPath: (url) => ownPath(url, blog.site.address, blog.paths),
  }
}

/** The path of a text of the blog itself, which leads on here; links to anything else stay as they are. */
function ownPath(url: string, site: string, paths: ReadonlySet<string>): string | undefined {
  if (!URL.canParse(url, site) || !URL.canParse(site)) return undefined
  const { host, pathname, search, hash } = new URL(url, site)
  const plain = (name: string) => name.replace(/^www\./, '')
  const isOurs = plain(host) === plain(new URL(site).host) && paths.has(pathname)
  return isOurs ? `${pathname}${search}${hash}` : undefined
}
