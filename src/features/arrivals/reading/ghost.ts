import { text as textOfStream } from 'node:stream/consumers'
import { Unacceptable } from '../../../platform/refusals.ts'
import type { Came, CameAuthor, CameFile, CameState, CameTerm, CameText } from '../arrival.ts'
import { fileKey } from './around.ts'
import { bodyOf } from './ghost-body.ts'
import { isRow, ownOf, type Row, rowsIn } from './rows.ts'

/** In bytes. It is read whole, since JSON has no records of its own; ten years of a blog are a fifth of it. */
const mostBytes = 250_000_000

type Tables = { rows(name: string): Row[]; address: string; permalink: string }

/**
 * What an export of Ghost says, versions 0.5 to 6: who wrote, its tags, the pictures that its texts show, and its texts. Tags
 * that begin with `#` are Ghost's own and stay behind. Its tags stand as categories, since it has nothing else to part texts by.
 *
 * @param address where the blog was; its export says it nowhere. Empty where nobody knows
 * @throws Unacceptable `not-ghost` for other JSON, or one that breaks off; `export-too-big`
 * @source https://ghost.org/docs/migration/custom/
 */
export const readGhost = (address: string) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Came, { isWhole: boolean }> {
    const rows = tablesOf(await textOfStream(limited(source)))
    const settings = new Map(rows('settings').map((row) => [said(row, 'key'), said(row, 'value')]))
    const first = (...keys: string[]) => keys.map((key) => settings.get(key)).find(Boolean) ?? ''
    const site = (address || first('url')).replace(/\/+$/, '')
    const tables: Tables = { rows, address: site, permalink: first('permalinks') || '/:slug/' }
    const language = first('locale', 'lang', 'default_locale', 'defaultLang')
    yield { is: 'site', title: first('title'), address: site, language }
    for (const user of rows('users')) yield { is: 'author', ...authorOf(user) }
    for (const tag of rows('tags').filter(isShown)) yield { is: 'term', ...termOf(tag) }
    yield* textsOf(tables)
    return { isWhole: true }
  }

async function* limited(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const bytes of source) {
    size += bytes.length
    if (size > mostBytes) throw new Unacceptable('export-too-big')
    yield bytes
  }
}

function tablesOf(json: string): Tables['rows'] {
  const whole = parsed(json)
  const [inside = whole] = rowsIn(isRow(whole) ? whole.db : undefined)
  const data = isRow(inside) ? inside.data : undefined
  if (!isRow(data) || !Array.isArray(data.posts)) throw new Unacceptable('not-ghost')
  return (name) => rowsIn(data[name])
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, ''))
  } catch {
    throw new Unacceptable('not-ghost')
  }
}

/** What a column says, as text; numbers and yes or no included. */
const said = (row: Row | undefined, name: string): string => {
  const value = row?.[name]
  return typeof value === 'string' ? value : typeof value === 'number' || value === true ? String(value) : ''
}

const isYes = (row: Row, name: string) => /^(1|true)$/.test(said(row, name))

const authorOf = (user: Row): CameAuthor => ({
  ...{ login: said(user, 'slug') || said(user, 'name'), number: '', email: said(user, 'email') },
  name: said(user, 'name').trim() || said(user, 'slug'),
})

const isShown = (tag: Row) =>
  said(tag, 'visibility') !== 'internal' && !said(tag, 'name').startsWith('#') && said(tag, 'name') !== ''

function termOf(tag: Row): CameTerm {
  const name = said(tag, 'name').trim()
  const slug = said(tag, 'slug') || name
  return { taxonomy: 'category', slug, name, number: '', path: slug }
}

function* textsOf({ rows, address, permalink }: Tables): Generator<CameFile | CameText> {
  const joined = {
    authors: joining(rows('posts_authors'), 'author_id', rows('users')),
    tags: joining(rows('posts_tags'), 'tag_id', rows('tags')),
  }
  const users = byId(rows('users'))
  const meta = new Map(rows('posts_meta').map((row) => [said(row, 'post_id'), row]))
  const told = new Set<string>()
  for (const post of rows('posts')) {
    const id = said(post, 'id')
    const own = users.get(said(post, 'author_id'))
    const listed = joined.authors(id)
    const all: Post = {
      ...{ post, meta: meta.get(id), address, permalink },
      authors: (listed.length === 0 && own ? [own] : listed).map((user) => authorOf(user).login),
      terms: joined.tags(id).filter(isShown).map(termOf),
    }
    const text = textOf(all)
    for (const file of filesOf(text, all)) {
      if (told.has(file.sourceId)) continue
      told.add(file.sourceId)
      yield file
    }
    yield text
  }
}

const byId = (rows: Row[]) => new Map(rows.map((row) => [said(row, 'id'), row]))

/** What a table joins to a post, in the order in which it stood there. */
function joining(joins: Row[], column: string, rows: Row[]): (postId: string) => Row[] {
  const found = byId(rows)
  const order = (row: Row) => Number(row.sort_order) || 0
  const groups = Map.groupBy(joins, (row) => said(row, 'post_id'))
  return (postId) =>
    (groups.get(postId) ?? [])
      .toSorted((a, b) => order(a) - order(b))
      .map((row) => found.get(said(row, column)))
      .filter((row) => row !== undefined)
}

type Post = {
  post: Row
  meta: Row | undefined
  address: string
  permalink: string
  authors: string[]
  terms: CameTerm[]
}

function textOf({ post, meta, address, permalink, authors, terms }: Post): CameText {
  const isPage = said(post, 'type') === 'page' || isYes(post, 'page')
  const at = dateOf(post, 'published_at')
  const { html, notes, unread } = bodyOf(post)
  const slug = said(post, 'slug')
  const path = isPage ? `/${slug}/` : pathBy(permalink, { slug, at, post, authors, terms })
  const rooted = (text: string) => text.replaceAll('__GHOST_URL__', address)
  const picture = said(post, 'feature_image') || said(post, 'image')
  return {
    ...{ is: isPage ? 'page' : 'post', sourceId: said(post, 'id') || said(post, 'uuid') || slug, slug },
    ...{ title: said(post, 'title').trim(), address: slug === '' ? '' : address + path, authors },
    ...{ body: rooted(html), form: 'html', remarks: unread.map((what) => ({ code: 'block', what })) },
    excerpt: said(post, 'custom_excerpt') || said(post, 'meta_description') || said(meta, 'meta_description'),
    ...{ state: stateOf(post, meta), at, changedAt: dateOf(post, 'updated_at') },
    isSticky: isYes(post, 'featured'),
    terms: terms.map(({ taxonomy, slug: tag, name }) => ({ taxonomy, slug: tag, name })),
    picture: picture === '' ? null : fileKey(picture),
    ...{ notes, comments: [] },
  }
}

/** Only what everyone could read at an address is public. */
function stateOf(post: Row, meta: Row | undefined): CameState {
  const status = said(post, 'status')
  const visibility = said(post, 'visibility') || 'public'
  if (status === 'draft' || status === 'scheduled') return status
  if (status === 'sent' || (meta && isYes(meta, 'email_only'))) return 'sent'
  if (status !== 'published') return 'other'
  return visibility === 'public' ? 'public' : 'members'
}

/** In milliseconds, or written out; Ghost keeps what says no zone by Greenwich. */
function dateOf(row: Row, name: string): Date | null {
  const text = said(row, name)
  if (text === '') return null
  const isBare = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?$/.test(text)
  const at = new Date(/^\d+$/.test(text) ? Number(text) : isBare ? `${text.replace(' ', 'T')}Z` : text)
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1970 ? null : at
}

type Named = { slug: string; at: Date | null } & Pick<Post, 'post' | 'authors' | 'terms'>

/** By the pattern of the blog, `/:year/:month/:slug/`; old versions keep it among their settings. */
function pathBy(pattern: string, { slug, at, post, authors, terms }: Named): string {
  const [year = '', month = '', day = ''] = at?.toISOString().slice(0, 10).split('-') ?? []
  const [author = ''] = authors
  const tag = terms[0]?.slug ?? 'all'
  const named: Record<string, string> = {
    ...{ slug, year, month, day, author, id: said(post, 'id') },
    ...{ primary_author: author, primary_tag: tag },
  }
  return pattern.replace(/[:{]([a-z_]+)\}?/g, (whole, name: string) => ownOf(named, name) ?? whole)
}

/** Pictures that the blog kept itself, as its texts name them. */
const own = /(?:__GHOST_URL__|https?:\/\/[^\s"'()<>]{1,300}?)?\/content\/images\/[^\s"'()<>?#,]+/g

/** Each once, by its name without its size. */
function filesOf(text: CameText, { post, meta, address }: Post): CameFile[] {
  const leading = said(post, 'feature_image') || said(post, 'image')
  const found = [leading, ...(text.body.match(own) ?? [])].filter((url) => /\/content\/images\//.test(url))
  const once = new Map(found.map((url) => [fileKey(url), url]))
  return [...once].map(([sourceId, url]) => {
    const isLeading = leading !== '' && sourceId === fileKey(leading)
    return {
      ...{ is: 'file', sourceId, url: unsized(url).replace('__GHOST_URL__', address), address: '' },
      ...{ parentId: text.sourceId, title: '' },
      alt: isLeading ? said(meta, 'feature_image_alt') : '',
      caption: isLeading ? said(meta, 'feature_image_caption').replace(/<[^<>]*>/g, '') : '',
    }
  })
}

const unsized = (url: string) => url.replace(/\/content\/images\/size\/w\d+(?:h\d+)?\//, '/content/images/')
