import type { Came, CameFile, CameState, CameText } from '../arrival.ts'
import { type FolderHead, type FolderText, folderRecords } from './folder.ts'
import { type Filed, filedAt, pathsOf, pictureAt, urlized } from './folder-paths.ts'
import { type Front, frontOf } from './front-matter.ts'
import { aboutPicture, commentsIn, inHtml, ourOwn, placed, wordsOfPictures } from './our-export.ts'
import { isRow, type Row, said } from './rows.ts'

type Zoned = (local: string) => Date | null
type Folder = {
  address: string
  pictures: ReadonlySet<string>
  /** What an export of ours says of them, by their paths. */
  words: ReadonlyMap<string, Row>
  inZone: Zoned
}

/**
 * What a folder of Markdown with front matter says, as Hugo, Jekyll and their like keep it: its texts, and the pictures that they
 * show. A file without front matter, or with one that cannot be read, is told of and left out.
 *
 * @param address where the blog was, if its settings do not say it
 * @param source as `folderSource` gives it
 */
export const readMarkdown = (address: string) =>
  async function* (
    source: AsyncIterable<Uint8Array>,
    inZone: Zoned,
  ): AsyncGenerator<Came, { isWhole: boolean }> {
    const folder: Folder = { address, pictures: new Set(), words: new Map(), inZone }
    const told = new Set<string>()
    for await (const record of folderRecords(source)) {
      if ('pictures' in record) {
        const site = siteOf(record, address)
        folder.address = site.address
        folder.pictures = new Set(record.pictures)
        folder.words = wordsOfPictures(record.words)
        yield { is: 'site', ...site }
        continue
      }
      const front = frontOf(record.text)
      if (typeof front === 'string') {
        yield { is: 'else', sourceId: record.path, title: record.path, type: front }
        continue
      }
      for (const file of filesOf(record, front, folder)) {
        if (told.has(file.sourceId)) continue
        told.add(file.sourceId)
        yield file
      }
      yield textOf(record, front, folder)
    }
    return { isWhole: true }
  }

/** What the settings of Hugo or Jekyll say, in YAML or TOML, where each stands on a line of its own. */
function siteOf({ name, settings }: FolderHead, address: string) {
  const line = (key: string) =>
    new RegExp(`^${key}[ \\t]*[:=][ \\t]*["']?([^"'\\n#]{1,300}?)["']?[ \\t]*(?:#.*)?$`, 'im').exec(
      settings,
    )?.[1] ?? ''
  const base = line('url').startsWith('http') ? line('url') + line('baseurl') : line('baseurl')
  const said = /^https?:\/\/[^ ]+$/.test(base) ? base : ''
  return {
    ...{ title: line('title') || name, address: (address || said).replace(/\/+$/, '') },
    language: line('languageCode') || line('lang') || line('language'),
  }
}

/** A list, or what stands alone. */
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value]

const wordsIn = (value: unknown): string[] =>
  listOf(value).flatMap((one) =>
    typeof one === 'string' || typeof one === 'number' ? [String(one).trim()].filter(Boolean) : [],
  )

/** Jekyll parts what stands on one line at its commas, or else at its spaces. */
const namesIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? value
        .split(value.includes(',') ? ',' : /\s+/)
        .map((name) => name.trim())
        .filter(Boolean)
    : wordsIn(value)

function textOf({ path, comments }: FolderText, { data, body }: Front, folder: Folder): CameText {
  const filed = filedAt(path)
  const written = said(data, 'publishDate', 'date')
  const day = /^\d{4}-\d\d-\d\d/.exec(written)?.[0] ?? filed.day
  const slug = said(data, 'slug')
  const categories = [...wordsIn(data.category), ...namesIn(data.categories)]
  const paths = [
    ...inSite([said(data, 'permalink', 'url')], folder.address),
    ...pathsOf(filed, { slug, day, categories }),
    ...inSite([...wordsIn(data.aliases), ...wordsIn(data.redirect_from)], folder.address),
  ]
  const [address = '', ...aliases] = [...new Set(paths)].map((one) => folder.address + one)
  const language = languageOf(said(data, 'lang', 'language', 'locale') || (filed.language ?? ''))
  const picture = pictureAt(leadingIn(data), path, (one) => folder.pictures.has(one))
  return {
    ...{ is: isPage(data, filed, day) ? 'page' : 'post', sourceId: path, title: said(data, 'title') },
    ...{ slug: slug || (/^_?index$/.test(filed.name) ? (filed.folders.at(-1) ?? '') : filed.name) },
    ...{ address, aliases, body, form: 'markdown' },
    ...(language === '' ? {} : { language }),
    excerpt: inHtml(said(data, 'description', 'summary')) || said(data, 'excerpt'),
    authors: [...authorsIn(data.author), ...authorsIn(data.authors)],
    state: stateOf(data, path),
    at: timeOf(written, folder.inZone) ?? timeOf(filed.day ?? '', folder.inZone),
    changedAt: timeOf(said(data, 'lastmod', 'last_modified_at', 'updated'), folder.inZone),
    isSticky: said(data, 'sticky', 'pinned') === 'true',
    terms: [
      ...(placed(data) ??
        categories.map((name) => ({ taxonomy: 'category' as const, slug: urlized(name), name }))),
      ...namesIn(data.tags).map((name) => ({ taxonomy: 'tag' as const, slug: urlized(name), name })),
    ],
    ...{ picture, notes: [], comments: commentsIn(comments) },
    ...ourOwn(data),
  }
}

/** Says so, or says no day and stands among no posts. */
const isPage = (data: Row, { isPost }: Filed, day: string | null) =>
  said(data, 'layout', 'type') === 'page' || (day === null && !isPost)

const languageOf = (text: string) => /^[a-z]{2,3}(?=$|[-_])/.exec(text.toLowerCase())?.[0] ?? ''

/** Addresses that a text says itself, as paths; a pattern, `/:year/:title/`, is none. */
const inSite = (addresses: readonly string[], site: string): string[] =>
  addresses.flatMap((address) => {
    const path = site !== '' && address.startsWith(`${site}/`) ? address.slice(site.length) : address
    if (path === '' || /^[a-z][a-z0-9+.-]*:|:[a-z]/i.test(path)) return []
    return [path.startsWith('/') ? path : `/${path}`]
  })

/** Names, or rows with a name. */
const authorsIn = (value: unknown): string[] =>
  listOf(value).flatMap((one) => (isRow(one) ? [said(one, 'name')].filter(Boolean) : wordsIn(one)))

function stateOf(data: Row, path: string): CameState {
  const isDraft = /^(true|yes|on|1)$/i.test(said(data, 'draft')) || path.split('/').includes('_drafts')
  if (isDraft || data.published === false || /^(no|off|false)$/i.test(said(data, 'published'))) return 'draft'
  if (said(data, 'password') !== '') return 'locked'
  return said(data, 'private', 'hidden', 'withdrawn') === 'true' ? 'private' : 'public'
}

/** A day, with its time and its zone where it says them. */
function timeOf(text: string, inZone: Zoned): Date | null {
  const found =
    /^(\d{4}-\d\d-\d\d)(?:[Tt ]+(\d\d:\d\d)(:\d\d)?(?:\.\d{1,9})?\s*(Z|UTC|[+-]\d\d:?\d\d)?)?/.exec(text)
  if (!found) return null
  const [, day, minutes = '00:00', seconds = ':00', zone] = found
  if (zone === undefined) return inZone(`${day} ${minutes}${seconds}`)
  const offset = zone === 'UTC' ? 'Z' : zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')
  const at = new Date(`${day}T${minutes}${seconds}${offset}`)
  return Number.isNaN(at.getTime()) ? null : at
}

/** The picture that leads a text, by the names that themes have for it. */
function leadingIn(data: Row): string {
  const names = [
    'image',
    'cover',
    'featured_image',
    'feature_image',
    'featureImage',
    'thumbnail',
    'header',
    'images',
  ]
  for (const name of names) {
    const [value] = listOf(data[name])
    if (typeof value === 'string' && value !== '') return value
    if (isRow(value)) return said(value, 'image', 'path', 'src', 'url', 'feature', 'teaser')
  }
  return ''
}

/** Whatever looks like a picture; which of them are there, the folder says. */
const named = /[^\s"'()<>[\]=]{1,300}\.(?:jpe?g|png|gif|webp|avif|tiff?)/gi

/** Each picture of the folder that a text names, once. */
function filesOf({ path }: FolderText, { data, body }: Front, { pictures, words }: Folder): CameFile[] {
  const names = [leadingIn(data), ...(body.match(named) ?? [])]
  const found = new Set(names.flatMap((name) => pictureAt(name, path, (one) => pictures.has(one)) ?? []))
  return [...found].map((sourceId) => ({
    ...{ is: 'file', sourceId, url: `/${sourceId.replace(/^(content|static|public|source)\//, '')}` },
    ...{ address: '', parentId: path, title: '' },
    ...aboutPicture(words.get(sourceId) ?? {}),
  }))
}
