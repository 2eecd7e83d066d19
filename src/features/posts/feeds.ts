import { orcidUrl } from '../../platform/identifiers.ts'
import { cleanText } from '../../platform/typed-text.ts'
import { element, text, XML } from '../../platform/xml.ts'

export type FeedSource = {
  /** For ever the same. */
  id: string
  title: string
  description: string
  locale: string
  /** Scheme and host, no final slash. */
  origin: string
  /** Absolute addresses of the page and of the feed in its three forms. */
  page: string
  rss: string
  atom: string
  json: string
  /** Printed licence of the texts. */
  rights: string
  /** When the newest entry came, changed or went. */
  updatedAt: Date
  /** Entries that were taken back, and when. */
  withdrawn: { id: string; at: Date }[]
  /** Address of the WebSub hub that tells of new entries; null for none. */
  hub?: string | null
  /** Which part of all entries it holds, counted from 1, and whether older ones follow; left out, it holds all there are. */
  part?: { page: number; hasOlder: boolean }
  /** Of the blog; null for none. */
  issn?: string | null
}

export type FeedEntry = {
  /** For ever the same, whatever happens to the address. */
  id: string
  url: string
  title: string
  /** Plain text. */
  summary: string
  /** Safe HTML with absolute links, the picture with its credit included. */
  html: string
  /** As they are printed together. */
  author: string
  /** Each of those who sign it, in order, where they are known one by one. */
  authors?: readonly { name: string; orcid: string | null }[]
  /** Printed licence of its text, where that is not the feed's. */
  rights?: string
  /** Address of the legal text of its licence; null for none. */
  licence?: string | null
  doi?: string | null
  locale: string
  publishAt: Date
  updatedAt: Date
  tags: string[]
  picture: FeedPicture | null
  /** The same in other languages, at absolute addresses. */
  translations?: readonly { locale: string; url: string }[]
}

/** A picture in a feed: absolute address of a JPEG, its size in bytes, its words and its printed credit. */
type FeedPicture = { url: string; bytes: number; alt: string; credit: string }

/** Who signs an entry, one by one where they are known so. */
const authorsOf = ({ author, authors = [] }: FeedEntry) =>
  authors.length > 0 ? authors : [{ name: author, orcid: null }]

/** Numbers of series and of texts, as publishers of journals name them in feeds. */
const prism = { 'xmlns:prism': 'http://prismstandard.org/namespaces/basic/2.0/' }
const issnOf = ({ issn }: FeedSource) => (issn ? element('prism:issn', {}, issn) : '')
const doiOf = ({ doi }: FeedEntry) => (doi ? element('prism:doi', {}, doi) : '')

type Paged = readonly (readonly [relation: string, url: string])[]

/** The address of a part of a feed. The first is that of the feed. */
const partAt = (url: string, page: number) => (page === 1 ? url : `${url}?page=${page}`)

/**
 * The ways to the other parts of a feed, from the newest entry to the first.
 *
 * @source RFC 5005, section 3
 */
function partsOf(url: string, { page, hasOlder }: NonNullable<FeedSource['part']>): Paged {
  if (page === 1 && !hasOlder) return []
  return [
    ['first', url],
    ...(page > 1 ? [['previous', partAt(url, page - 1)] as const] : []),
    ...(hasOlder ? [['next', partAt(url, page + 1)] as const] : []),
  ]
}

const whole = { page: 1, hasOlder: false }

/** An id that survives a change of address or of host. */
export const entryId = (postId: string) => `urn:uuid:${postId}`

/**
 * RSS 2.0 with the whole text of each entry.
 *
 * @source https://www.rssboard.org/rss-specification and https://www.rssboard.org/rss-profile
 */
export function rss(source: FeedSource, entries: readonly FeedEntry[]): string {
  const namespaces = {
    version: '2.0',
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    ...prism,
  }
  const { part = whole } = source
  const channel = [
    element('title', {}, text(source.title)),
    element('link', {}, text(source.page)),
    element('description', {}, text(source.description)),
    element('language', {}, text(source.locale)),
    element('copyright', {}, text(source.rights)),
    element('lastBuildDate', {}, source.updatedAt.toUTCString()),
    element('generator', {}, 'Twinleaf'),
    issnOf(source),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: partAt(source.rss, part.page) }),
    ...partsOf(source.rss, part).map(([rel, href]) =>
      element('atom:link', { rel, type: 'application/rss+xml', href }),
    ),
    source.hub ? element('atom:link', { rel: 'hub', href: source.hub }) : '',
    ...entries.map((entry) => rssItem(source, entry)),
  ]
  return XML + element('rss', namespaces, element('channel', {}, ...channel))
}

function rssItem(source: FeedSource, entry: FeedEntry): string {
  const { picture } = entry
  return element(
    'item',
    {},
    element('title', {}, text(entry.title)),
    element('link', {}, text(entry.url)),
    element('guid', { isPermaLink: 'false' }, text(entry.id)),
    element('pubDate', {}, entry.publishAt.toUTCString()),
    ...authorsOf(entry).map(({ name }) => element('dc:creator', {}, text(name))),
    ...authorsOf(entry).flatMap(numbered),
    element('dc:language', {}, text(entry.locale)),
    element('dc:rights', {}, text(rights(source, entry))),
    doiOf(entry),
    entry.licence ? element('atom:link', { rel: 'license', href: entry.licence }) : '',
    ...entry.tags.map((tag) => element('category', {}, text(tag))),
    element('description', {}, text(entry.summary)),
    element('content:encoded', {}, text(entry.html)),
    picture ? element('enclosure', { url: picture.url, length: `${picture.bytes}`, type: 'image/jpeg' }) : '',
    ...translationLinks('atom:link', entry),
  )
}

/** RSS has no place for the number of an author; Atom's element may stand in it. */
const numbered = ({ name, orcid }: { name: string; orcid: string | null }): string[] =>
  orcid === null
    ? []
    : [
        element(
          'atom:author',
          {},
          element('atom:name', {}, text(name)),
          element('atom:uri', {}, orcidUrl(orcid)),
        ),
      ]

/**
 * Atom 1.0 with the whole text of each entry, and a mark for each entry that was taken back.
 *
 * @source RFC 4287, RFC 6721
 */
export function atom(source: FeedSource, entries: readonly FeedEntry[]): string {
  const { part = whole } = source
  return (
    XML +
    element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
        ...prism,
        'xml:lang': source.locale,
      },
      element('id', {}, text(source.id)),
      element('title', {}, text(source.title)),
      element('subtitle', {}, text(source.description)),
      element('rights', {}, text(source.rights)),
      element('updated', {}, source.updatedAt.toISOString()),
      element('generator', {}, 'Twinleaf'),
      issnOf(source),
      element('link', { rel: 'alternate', type: 'text/html', href: source.page }),
      element('link', { rel: 'self', type: 'application/atom+xml', href: partAt(source.atom, part.page) }),
      ...partsOf(source.atom, part).map(([rel, href]) =>
        element('link', { rel, type: 'application/atom+xml', href }),
      ),
      source.hub ? element('link', { rel: 'hub', href: source.hub }) : '',
      ...source.withdrawn.map(({ id, at }) =>
        element('at:deleted-entry', { ref: id, when: at.toISOString() }),
      ),
      ...entries.map((entry) => atomEntry(source, entry)),
    )
  )
}

function atomEntry(source: FeedSource, entry: FeedEntry): string {
  const { picture } = entry
  const enclosure = picture && {
    rel: 'enclosure',
    type: 'image/jpeg',
    href: picture.url,
    length: `${picture.bytes}`,
    title: picture.alt,
  }
  return element(
    'entry',
    { 'xml:lang': entry.locale },
    element('id', {}, text(entry.id)),
    element('title', {}, text(entry.title)),
    element('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
    ...translationLinks('link', entry),
    enclosure ? element('link', enclosure) : '',
    element('published', {}, entry.publishAt.toISOString()),
    element('updated', {}, entry.updatedAt.toISOString()),
    ...authorsOf(entry).map(({ name, orcid }) =>
      element(
        'author',
        {},
        element('name', {}, text(name)),
        orcid ? element('uri', {}, orcidUrl(orcid)) : '',
      ),
    ),
    doiOf(entry),
    entry.licence ? element('link', { rel: 'license', href: entry.licence }) : '',
    ...entry.tags.map((term) => element('category', { term })),
    element('rights', { 'xml:lang': source.locale }, text(rights(source, entry))),
    element('summary', {}, text(entry.summary)),
    element('content', { type: 'html' }, text(entry.html)),
  )
}

/** No two of one type and language, as Atom asks. */
const translationLinks = (name: string, { translations = [] }: FeedEntry): string[] =>
  translations.map(({ locale, url }) =>
    element(name, { rel: 'alternate', type: 'text/html', hreflang: locale, href: url }),
  )

/**
 * JSON Feed 1.1 with the whole text of each entry.
 *
 * @source https://www.jsonfeed.org/version/1.1/
 */
export function json(source: FeedSource, entries: readonly FeedEntry[]): string {
  const { page, hasOlder } = source.part ?? whole
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: source.title,
    description: source.description,
    home_page_url: source.page,
    feed_url: partAt(source.json, page),
    ...(hasOlder && { next_url: partAt(source.json, page + 1) }),
    language: source.locale,
    ...(source.issn ? { _twinleaf: { issn: source.issn } } : {}),
    ...(source.hub ? { hubs: [{ type: 'WebSub', url: source.hub }] } : {}),
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: cleanText(entry.title),
      summary: cleanText(entry.summary),
      content_html: entry.html,
      language: entry.locale,
      date_published: entry.publishAt.toISOString(),
      date_modified: entry.updatedAt.toISOString(),
      authors: authorsOf(entry).map(({ name, orcid }) => ({
        name: cleanText(name),
        ...(orcid ? { url: orcidUrl(orcid) } : {}),
      })),
      tags: entry.tags,
      ...(entry.picture ? { image: entry.picture.url } : {}),
      _twinleaf: {
        rights: rights(source, entry),
        ...(entry.licence ? { license: entry.licence } : {}),
        ...(entry.doi ? { doi: entry.doi } : {}),
        image_alt: entry.picture?.alt ?? null,
        ...(entry.translations?.length ? { translations: entry.translations } : {}),
      },
    })),
  })
}

/** Rights in the text, and in the picture when there is one. */
function rights(source: FeedSource, { picture, rights: own = source.rights }: FeedEntry): string {
  return cleanText([own, picture?.credit].filter(Boolean).join(' '))
}
