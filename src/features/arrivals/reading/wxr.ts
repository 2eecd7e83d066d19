import type {
  Came,
  CameAuthor,
  CameComment,
  CameElse,
  CameFile,
  CameSite,
  CameState,
  CameTerm,
  CameText,
} from '../arrival.ts'
import { captionText, plainText } from './plain-text.ts'
import { ownOf, rowsIn } from './rows.ts'
import { type XmlRecord, xmlRecords } from './xml-records.ts'

const names = new Set([
  ...['title', 'link', 'language', 'wp:base_blog_url'],
  ...['wp:author', 'wp:category', 'wp:tag', 'wp:term', 'item'],
])

/**
 * What an export of WordPress says, versions 1.0 to 1.2, in the order of the file. It costs no more memory for a large file
 * than for a small one.
 *
 * @param zone in which times are read that say none
 * @throws as `xmlRecords` does
 * @source https://github.com/WordPress/WordPress/blob/master/wp-admin/includes/export.php
 */
export async function* readWxr(
  source: AsyncIterable<Uint8Array>,
  inZone: (local: string) => Date | null,
): AsyncGenerator<Came, { isWhole: boolean }> {
  const records = xmlRecords(source, { names, depth: 2, root: 'rss' })
  const site: CameSite = { title: '', address: '', language: '' }
  const seen = { isSaid: false }
  for (;;) {
    const next = await records.next()
    if (next.done) return next.value
    const record = next.value
    if (sayOfSite(site, record)) continue
    if (!seen.isSaid) yield { is: 'site', ...site }
    seen.isSaid = true
    yield* cameOf(record, site, inZone)
  }
}

/** @returns whether the record says something of the site as a whole */
function sayOfSite(site: CameSite, { name, text }: XmlRecord): boolean {
  if (name === 'title') site.title = plainText(text)
  else if (name === 'language') site.language = text.trim()
  else if (name === 'wp:base_blog_url') site.address = text.trim()
  else if (name === 'link') site.address ||= text.trim()
  else return false
  return true
}

function* cameOf(record: XmlRecord, site: CameSite, inZone: (local: string) => Date | null): Generator<Came> {
  if (record.name === 'item') yield itemOf(record, site, inZone)
  else if (record.name === 'wp:author') yield { is: 'author', ...authorOf(record) }
  else {
    const term = termOf(record)
    if (term) yield { is: 'term', ...term }
  }
}

const said = (record: XmlRecord, name: string): string =>
  record.children.find((child) => child.name === name)?.text.trim() ?? ''

const authorOf = (record: XmlRecord): CameAuthor => ({
  login: said(record, 'wp:author_login'),
  number: said(record, 'wp:author_id'),
  name: plainText(said(record, 'wp:author_display_name')) || said(record, 'wp:author_login'),
  email: said(record, 'wp:author_email'),
})

function termOf(record: XmlRecord): CameTerm | null {
  const number = said(record, 'wp:term_id')
  const taxonomies = {
    'wp:category': 'category',
    'wp:tag': 'post_tag',
    'wp:term': said(record, 'wp:term_taxonomy'),
  }
  const taxonomy = taxonomyOf(taxonomies[record.name as keyof typeof taxonomies])
  if (taxonomy === null) return null
  const names = ['wp:category_nicename', 'wp:tag_slug', 'wp:term_slug']
  const slug = decoded(names.map((name) => said(record, name)).find(Boolean) ?? '')
  const called = ['wp:cat_name', 'wp:tag_name', 'wp:term_name']
    .map((name) => said(record, name))
    .find(Boolean)
  const parent = decoded(said(record, 'wp:category_parent') || said(record, 'wp:term_parent'))
  return {
    taxonomy,
    slug,
    number,
    name: plainText(called ?? '') || slug,
    path: parent === '' ? slug : `${parent}/${slug}`,
  }
}

const taxonomyOf = (name: string | undefined): CameTerm['taxonomy'] | null =>
  name === 'category' ? 'category' : name === 'post_tag' || name === 'tag' ? 'tag' : null

/** Letters beyond ASCII are percent-encoded in slugs, and cut at 200 bytes in the middle of a letter. */
function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug).normalize('NFC')
  } catch {
    return slug
  }
}

type Zoned = (local: string) => Date | null

function itemOf(record: XmlRecord, site: CameSite, inZone: Zoned): Came {
  const type = said(record, 'wp:post_type') || 'post'
  const sourceId = said(record, 'wp:post_id') || said(record, 'guid') || said(record, 'link')
  const title = plainText(said(record, 'title'))
  if (type === 'attachment') return fileOf(record, { sourceId, title })
  if (type !== 'post' && type !== 'page') return elseOf(record, { sourceId, title, type })
  return textOf(record, site, { is: type, sourceId, title, inZone })
}

const metaOf = (record: XmlRecord, key: string): string => {
  const meta = record.children.filter(
    (child) => child.name === 'wp:postmeta' && said(child, 'wp:meta_key') === key,
  )
  return meta.at(-1) ? said(meta.at(-1) as XmlRecord, 'wp:meta_value') : ''
}

const commentsIn = (record: XmlRecord) => record.children.filter(({ name }) => name === 'wp:comment')
const numbersSaid = (record: XmlRecord) => commentsIn(record).map((comment) => said(comment, 'wp:comment_id'))

const elseOf = (record: XmlRecord, named: { sourceId: string; title: string; type: string }): CameElse => ({
  ...{ is: 'else', ...named, comments: numbersSaid(record) },
  ...(named.type === 'wp_block' ? { pattern: raw(record, 'content:encoded') } : {}),
})

const fileOf = (record: XmlRecord, { sourceId, title }: { sourceId: string; title: string }): CameFile => ({
  ...{ is: 'file', sourceId, title, url: said(record, 'wp:attachment_url') || said(record, 'guid') },
  ...{ address: said(record, 'link'), parentId: said(record, 'wp:post_parent') },
  alt: plainText(metaOf(record, '_wp_attachment_image_alt')),
  caption: captionText(said(record, 'excerpt:encoded')),
  comments: numbersSaid(record),
  credit: {
    author: metaOf(record, 'twinleaf_picture_author'),
    source: metaOf(record, 'twinleaf_picture_source'),
    licence: metaOf(record, 'twinleaf_picture_licence'),
  },
})

type Naming = { is: 'post' | 'page'; sourceId: string; title: string; inZone: Zoned }

function textOf(record: XmlRecord, site: CameSite, { inZone, ...named }: Naming): CameText {
  const pictureId = metaOf(record, '_thumbnail_id')
  return {
    ...{
      ...named,
      form: 'typed',
      body: raw(record, 'content:encoded'),
      excerpt: said(record, 'excerpt:encoded'),
    },
    ...{ slug: decoded(said(record, 'wp:post_name')), address: absolute(said(record, 'link'), site.address) },
    ...aboutText(record),
    state: stateOf(said(record, 'wp:status'), said(record, 'wp:post_password')),
    at: dateOf(record, 'wp:post_date', inZone) ?? pubDateOf(record),
    changedAt: dateOf(record, 'wp:post_modified', inZone),
    isSticky: said(record, 'wp:is_sticky') === '1',
    terms: termsOf(record),
    picture: /^[1-9]\d*$/.test(pictureId) ? pictureId : null,
    notes: notesOf(metaOf(record, 'footnotes')),
    comments: commentsIn(record).map((comment) => commentOf(comment, inZone)),
  }
}

/** Who signs it, by the names that Co-Authors Plus gives those beside the first; its language and translations, by those of WPML. */
function aboutText(record: XmlRecord): Pick<CameText, 'authors' | 'language' | 'translationKey'> {
  const others = record.children
    .filter(({ name, attributes }) => name === 'category' && attributes.domain === 'author')
    .map(({ attributes }) => (attributes.nicename ?? '').replace(/^cap-/, ''))
  const language = /^[a-z]{2,3}/.exec(metaOf(record, '_wpml_import_language_code').toLowerCase())?.[0]
  const translationKey = metaOf(record, '_wpml_import_translation_group')
  return {
    authors: [...new Set([said(record, 'dc:creator'), ...others])].filter(Boolean),
    ...(language === undefined ? {} : { language }),
    ...(translationKey === '' ? {} : { translationKey }),
  }
}

const raw = (record: XmlRecord, name: string) =>
  record.children.find((child) => child.name === name)?.text ?? ''

const absolute = (link: string, base: string): string =>
  URL.canParse(link, URL.canParse(base) ? base : undefined)
    ? new URL(link, URL.canParse(base) ? base : undefined).href
    : ''

const states: Record<string, CameState> = {
  ...{ publish: 'public', future: 'scheduled', draft: 'draft', pending: 'draft', private: 'private' },
}

const stateOf = (status: string, password: string): CameState => {
  const state = ownOf(states, status) ?? 'other'
  return password !== '' && (state === 'public' || state === 'scheduled') ? 'locked' : state
}

/** The time that says its zone wins, unless it is none: WordPress writes zeros, and the year -1. */
function dateOf(record: XmlRecord, name: string, inZone: Zoned): Date | null {
  const universal = said(record, `${name}_gmt`)
  return isTime(universal)
    ? dateOrNull(`${universal.replace(' ', 'T')}Z`)
    : isTime(said(record, name))
      ? inZone(said(record, name))
      : null
}

const isTime = (text: string) =>
  /^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) \d{2}:\d{2}:\d{2}$/.test(text)

const pubDateOf = (record: XmlRecord) => {
  const text = said(record, 'pubDate')
  return / [12]\d{3} /.test(text) ? dateOrNull(text) : null
}

function dateOrNull(text: string): Date | null {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at
}

const termsOf = (record: XmlRecord): CameText['terms'] =>
  record.children
    .filter(({ name }) => name === 'category')
    .flatMap(({ attributes, text }) => {
      const taxonomy = taxonomyOf(attributes.domain ?? 'category')
      const name = plainText(text)
      return taxonomy && name !== ''
        ? [{ taxonomy, name, slug: decoded(attributes.nicename ?? '') || name }]
        : []
    })

/** What the block editor keeps of notes: a list in JSON beside the text. */
function notesOf(json: string): CameText['notes'] {
  if (json === '') return []
  try {
    return rowsIn(JSON.parse(json)).flatMap(({ id, content }) =>
      typeof id === 'string' && typeof content === 'string' ? [{ id, text: content }] : [],
    )
  } catch {
    return []
  }
}

const commentStates: Record<string, CameComment['state']> = {
  ...{ '1': 'shown', approve: 'shown', '0': 'waiting', hold: 'waiting' },
  ...{ spam: 'spam', trash: 'trash', 'post-trashed': 'trash' },
}

function commentOf(record: XmlRecord, inZone: Zoned): CameComment {
  const [parent, author, type] = ['parent', 'user_id', 'type'].map((name) =>
    said(record, `wp:comment_${name}`),
  )
  return {
    ...{ sourceId: said(record, 'wp:comment_id'), parentId: isNumber(parent) ? (parent ?? null) : null },
    ...{ name: plainText(said(record, 'wp:comment_author')), email: said(record, 'wp:comment_author_email') },
    ...{ text: said(record, 'wp:comment_content'), url: said(record, 'wp:comment_author_url') },
    ...{ at: dateOf(record, 'wp:comment_date', inZone) },
    state: ownOf(commentStates, said(record, 'wp:comment_approved')) ?? 'waiting',
    isPing: type === 'pingback' || type === 'trackback',
    authorNumber: isNumber(author) ? (author ?? '') : '',
  }
}

const isNumber = (text: string | undefined) => /^[1-9]\d*$/.test(text ?? '')
