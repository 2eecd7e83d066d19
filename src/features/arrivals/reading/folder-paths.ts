import { posix } from 'node:path'

/** Folders whose content stands at the root of a site that Hugo, Jekyll or their like make. */
const roots = ['', 'static', 'assets', 'public', 'source', 'content']

/**
 * Which picture of a folder a text names.
 *
 * @param name as it stands in the text: beside its file, or from the root of the site
 * @param from the file of the text
 * @returns null for one of elsewhere, or one that is not there
 */
export function pictureAt(name: string, from: string, has: (path: string) => boolean): string | null {
  const path = decoded(name.replace(/[?#].*$/, ''))
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) return null
  const beside = posix.join(posix.dirname(from), path)
  const tried = path.startsWith('/') ? [] : [beside]
  const rooted = roots.map((root) => posix.join(root, path.replace(/^\/+/, '')))
  return [...tried, ...rooted].find(has) ?? null
}

/** A path as its file is called; as it stands where it is badly written. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** A file of a text as generators name it: without its ending, and by its folder where it is the index of one. */
export const plainFile = (path: string): string =>
  path
    .replace(/\.(md|markdown|mdown|mkd)$/i, '')
    .replace(/(^|\/)_?index$/, '')
    .replace(/^\/+|\/+$/g, '')

/** A file by its name: where it stood, what it is called, and on which day, where its name says that. */
export type Filed = {
  folders: string[]
  name: string
  day: string | null
  language: string | null
  isPost: boolean
}

/** @param path in the folder that came, `content/posts/2015-10-12-copyright.es.md` */
export function filedAt(path: string): Filed {
  const parts = path.replace(/\.(md|markdown|mdown|mkd)$/i, '').split('/')
  const [, base = '', language = null] = /^(.*?)(?:\.([a-z]{2}))?$/.exec(parts.at(-1) ?? '') ?? []
  const above = parts.slice(0, -1)
  const own = above.slice(above.lastIndexOf('content') + 1).filter((name) => !/^(source|src)$/.test(name))
  const isPost = own.some((name) => /^(_?posts?|_drafts|blog|articles?|news)$/i.test(name))
  const [, day = null, rest = base] = /^(\d{4}-\d\d-\d\d)-(.+)$/.exec(base) ?? []
  return { folders: own, name: rest, day, language, isPost: isPost || day !== null }
}

type Said = { slug: string; day: string | null; categories: readonly string[] }

/**
 * Addresses that a text may have had, as Hugo and Jekyll make them of where its file stands. Which of them it had depends on
 * settings, so that each leads on.
 *
 * @returns paths, the likeliest first
 */
export function pathsOf(
  { folders, name, day: named, language }: Filed,
  { slug, day, categories }: Said,
): string[] {
  const at = folders.findIndex((folder) => /^_(posts|drafts)$/.test(folder))
  const isJekyll = at >= 0 || named !== null
  const own = urlized(slug || name)
  const when = (named ?? day)?.split('-')
  const dated =
    isJekyll && when ? datedPaths(when, own, [...folders.slice(0, Math.max(0, at)), ...categories]) : []
  const isIndex = /^_?index$/.test(name)
  const last = slug !== '' ? [own] : isIndex ? folders.slice(-1) : [urlized(name)]
  const before = isIndex ? folders.slice(0, -1) : folders
  const hugo = `/${[...(language ? [language] : []), ...before.map(urlized), ...last].filter(Boolean).join('/')}/`
  const plain = isJekyll && at >= 0 ? [] : [hugo]
  const whole =
    named !== null && at < 0 ? [`/${[...folders, `${named}-${name}`].map(urlized).join('/')}/`] : []
  return [...dated, ...plain, ...whole].map((path) => path.replace(/\/{2,}/g, '/'))
}

function datedPaths([year, month, day]: string[], slug: string, categories: readonly string[]): string[] {
  const short = `/${year}/${month}/${slug}/`
  const long = `/${year}/${month}/${day}/${slug}`
  const under = categories.length === 0 ? [] : [`/${categories.map(urlized).join('/')}${long}`]
  return [short, ...[long, ...under].flatMap((path) => [`${path}/`, `${path}.html`])]
}

/** As both write a name in an address. */
export const urlized = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, '-')
