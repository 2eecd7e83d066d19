import { createHash } from 'node:crypto'
import {
  type Came,
  type CameAuthor,
  type CameElse,
  type CameFile,
  type CameSite,
  type CameTerm,
  somewhere,
} from '../arrival.ts'
import { exactKey, fileKey, isPictureAt } from './around.ts'

/** The bytes of a file, as often as it is read. */
export type Source = () => AsyncIterable<Uint8Array>

/** Reads a file from its beginning. */
export type Reader = (
  source: AsyncIterable<Uint8Array>,
  inZone: (local: string) => Date | null,
) => AsyncGenerator<Came, { isWhole: boolean }>

/** What must be known of a blog before its first text comes in: texts name files that stand after them. */
export type Blog = {
  site: CameSite
  sha256: Buffer
  /** Whether the file is all there. */
  isWhole: boolean
  authors: CameAuthor[]
  terms: CameTerm[]
  files: CameFile[]
  /** What texts show that name it by its number. */
  patterns: Map<string, string>
  /** Addresses of its texts, as paths. */
  paths: Set<string>
  /** The address of each text of a folder, as a path, by its file. */
  byFile: Map<string, string>
  texts: number
  comments: number
}

/** Reads a file once, and keeps all of it but its texts. */
export async function readBlog(read: Reader, source: Source): Promise<Blog> {
  const hash = createHash('sha256')
  async function* hashed() {
    for await (const bytes of source()) {
      hash.update(bytes)
      yield bytes
    }
  }
  const blog: Blog = {
    ...{ site: { title: '', address: '', language: '' }, sha256: Buffer.alloc(0), isWhole: true },
    ...{ authors: [], terms: [], files: [], patterns: new Map(), paths: new Set(), byFile: new Map() },
    ...{ texts: 0, comments: 0 },
  }
  const reader = read(hashed(), () => null)
  for (;;) {
    const next = await reader.next()
    if (next.done) return { ...blog, isWhole: next.value.isWhole, sha256: hash.digest() }
    remember(blog, next.value)
  }
}

function remember(blog: Blog, came: Came): void {
  if (came.is === 'site') blog.site = { title: came.title, address: came.address, language: came.language }
  else if (came.is === 'author') blog.authors.push(came)
  else if (came.is === 'term') blog.terms.push(came)
  else if (came.is === 'file') blog.files.push(came)
  else if (came.is === 'else') rememberPattern(blog, came)
  else {
    blog.texts += 1
    blog.comments += came.comments.length
    for (const address of [came.address, ...(came.aliases ?? [])])
      if (URL.canParse(address, somewhere)) blog.paths.add(new URL(address, somewhere).pathname)
    if (came.form === 'markdown' && URL.canParse(came.address, somewhere))
      blog.byFile.set(came.sourceId, new URL(came.address, somewhere).pathname)
    rememberNames(blog, came)
  }
  if (came.is === 'file' || came.is === 'else') blog.comments += came.comments?.length ?? 0
}

/** How many patterns a blog has, and letters in one: they are held until the last text has come in. */
const mostPatterns = { count: 1_000, letters: 20_000 }

function rememberPattern({ patterns }: Blog, { sourceId, pattern }: CameElse): void {
  if (pattern === undefined || pattern.length > mostPatterns.letters) return
  if (patterns.size < mostPatterns.count) patterns.set(sourceId, pattern)
}

/** The oldest exports list neither authors nor terms. */
function rememberNames(blog: Blog, { authors, terms }: Extract<Came, { is: 'post' | 'page' }>): void {
  for (const login of authors)
    if (!blog.authors.some((one) => one.login === login))
      blog.authors.push({ login, number: '', name: login, email: '' })
  for (const { taxonomy, slug, name } of terms)
    if (!blog.terms.some((one) => one.taxonomy === taxonomy && one.slug === slug))
      blog.terms.push({ taxonomy, slug, name, number: '', path: slug })
}

/** Files by what names them in texts. */
export type Files = {
  byKey: Map<string, CameFile>
  byNumber: Map<string, CameFile>
  /** Numbers of the pictures under each text, also where it has other files alone. */
  under: Map<string, string[]>
  /** The same of what came in other files, by the path of the text: the page of a picture stands below it. */
  below: Map<string, string[]>
  /** Addresses of their pages. */
  pages: Set<string>
}

/** The same by whatever protocol, and with or without a final slash. */
export const plainAddress = (url: string): string =>
  url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')

/** A file that came before, and the picture of ours that it is. */
type Earlier = CameFile & { mediaId: string }

/** @param earlier what came of it in other files, for which its own stand where they are the same */
export function filesIn({ files }: Pick<Blog, 'files'>, earlier: readonly Earlier[] = []): Files {
  const known = [...earlier.filter(({ url }) => url !== ''), ...files]
  // A name that looks like the size of another is that of the other only where no file is called so.
  const byKey = new Map([
    ...known.map((file) => [fileKey(file.url), file] as const),
    ...known.map((file) => [exactKey(file.url), file] as const),
  ])
  const under = new Map<string, string[]>()
  for (const { parentId, sourceId, url } of files)
    under.set(parentId, [...(under.get(parentId) ?? []), ...(isPictureAt(url) ? [sourceId] : [])])
  const pages = new Set(files.map(({ address }) => plainAddress(address)).filter(Boolean))
  const byNumber = new Map([...earlier, ...files].map((file) => [file.sourceId, file]))
  return { byKey, byNumber, under, below: belowTexts(earlier), pages }
}

/** Each picture once, in the order of their numbers. */
function belowTexts(earlier: readonly Earlier[]): Files['below'] {
  const below = new Map<string, Map<string, string>>()
  for (const { sourceId, url, mediaId } of earlier.toSorted(
    (a, b) => Number(a.sourceId) - Number(b.sourceId),
  )) {
    const path = isPictureAt(url) ? '' : url.slice(0, Math.max(0, url.lastIndexOf('/')))
    if (path !== '') below.set(path, new Map([...(below.get(path) ?? []), [mediaId, sourceId]]))
  }
  return new Map([...below].map(([path, pictures]) => [path, [...pictures.values()]]))
}
