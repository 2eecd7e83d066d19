import { posix } from 'node:path'
import { type CameFile, type CameText, oldAddress, somewhere } from '../arrival.ts'
import { type Around, exactKey, fileKey, type Shown } from '../reading/around.ts'
import { plainAddress } from '../reading/blog.ts'
import { filedAt, pathsOf, pictureAt, plainFile } from '../reading/folder-paths.ts'
import type { Under } from './under.ts'

/** What surrounds a text: the pictures that came in, and the addresses of the blog. */
export function aroundText(
  { blog, files, pictures }: Under,
  { sourceId, form, address }: Pick<CameText, 'sourceId' | 'form' | 'address'>,
): Around {
  const shown = (file: CameFile | undefined): Shown | undefined =>
    file && {
      id: pictures.get(file.sourceId) ?? null,
      ...{ url: file.url, alt: file.alt, caption: file.caption },
    }
  const isBeside = form === 'markdown'
  const has = (path: string) => files.byNumber.has(path)
  const base = blog.site.address || somewhere
  return {
    fileAt: (url) =>
      shown(
        isBeside
          ? files.byNumber.get(pictureAt(url, sourceId, has) ?? '')
          : (files.byKey.get(exactKey(url)) ?? files.byKey.get(fileKey(url))),
      ),
    fileOf: (number) => shown(files.byNumber.get(number)),
    filesUnder: files.under.get(sourceId) ?? files.below.get(oldAddress(address)?.path ?? '') ?? null,
    isPageOfFile: (url) => files.pages.has(plainAddress(url)),
    patternOf: (number) => blog.patterns.get(number),
    textNamed: (name) => (isBeside ? textNamed(name, sourceId, blog) : undefined),
    ownPath: (url) =>
      (isBeside ? fileLed(url, sourceId, blog) : undefined) ??
      ownPath(url, isBeside && URL.canParse(address, base) ? new URL(address, base).href : base, blog.paths),
  }
}

/** The address of the text that a generator finds by such a name: beside the one that names it, else by the end of its path. */
function textNamed(name: string, from: string, { byFile }: Under['blog']): string | undefined {
  const [, path = '', hash = ''] = /^([^#]*)(#.*)?$/.exec(name) ?? []
  const wanted = plainFile(path)
  if (wanted === '') return undefined
  const beside = plainFile(posix.join(posix.dirname(from), path))
  const found = [...byFile].filter(([file]) => `/${plainFile(file)}`.endsWith(`/${wanted}`))
  const [only] = found.length === 1 ? found : found.filter(([file]) => plainFile(file) === beside)
  return only && only[1] + hash
}

/** Where a link to a file of Markdown leads, `../posts/copyright.md`. */
function fileLed(url: string, from: string, { site, paths, byFile }: Under['blog']): string | undefined {
  const [, file, hash = ''] = /^([^:#?]+\.(?:md|markdown))(#.*)?$/i.exec(url) ?? []
  if (file === undefined) return undefined
  const path = posix.join(posix.dirname(from), file)
  const own = byFile.get(path)
  if (own !== undefined) return own + hash
  const base = site.address || somewhere
  const found = pathsOf(filedAt(path), { slug: '', day: null, categories: [] })
    .map((one) => new URL(base + one).pathname)
    .find((one) => paths.has(one))
  return found && found + hash
}

/** The path of a text of the blog itself, which leads on here; links to anything else stay as they are. */
function ownPath(url: string, site: string, paths: ReadonlySet<string>): string | undefined {
  if (/^(#|$)/.test(url) || !URL.canParse(url, site) || !URL.canParse(site)) return undefined
  const { host, pathname, search, hash } = new URL(url, site)
  const plain = (name: string) => name.replace(/^www\./, '')
  const isOurs = plain(host) === plain(new URL(site).host) && paths.has(pathname)
  return isOurs ? `${pathname}${search}${hash}` : undefined
}
