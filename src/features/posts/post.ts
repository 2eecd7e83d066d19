export type Post = {
  id: string
  /** Part of the address, never changed once the post was public. */
  slug: string
  title: string
  /** One or two sentences, plain text. */
  summary: string
  /** Markdown. */
  body: string
  locale: string
  /** Printed name of the author; may be empty, then the network signs. */
  byline: string
  authorId: string | null
  roundId: string | null
  /** Its place among the posts of its round, counted from 1; null for a post that has none. */
  number: number | null
  /** For readers to talk over, plain text. */
  questions: string[]
  /** With its sign: `#welcometomydesk`; empty for none. */
  hashtag: string
  mediaId: string | null
  /** The post is public from this instant on; null while it is a draft. */
  publishAt: Date | null
  createdAt: Date
  updatedAt: Date
  /** Rises with each change of what readers see. */
  revision: number
}

export type PostState = 'draft' | 'scheduled' | 'published'

/** Where a post stands. Derived, so that it appears at its time although nobody is awake. */
export function stateOf({ publishAt }: Pick<Post, 'publishAt'>, now: Date): PostState {
  if (publishAt === null) return 'draft'
  return publishAt <= now ? 'published' : 'scheduled'
}

const SPELLED: Record<string, string> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ß: 'ss',
  ł: 'l',
  ı: 'i',
  '&': ' and ',
}

/**
 * The last part of a post's address, from its title: ASCII letters, digits and hyphens, at most 60 characters.
 * A title without any Latin letter gives `post`.
 */
export function slugOf(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[æœøðđþßłı&]/g, (letter) => SPELLED[letter] ?? '')
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const short = plain.length <= 60 ? plain : plain.slice(0, 61).replace(/-[^-]*$/, '')
  return short.slice(0, 60) || 'post'
}

/** A slug nobody has taken yet: the wished one, or the first free of `wished-2`, `wished-3`, … */
export function freeSlug(wished: string, taken: readonly string[]): string {
  const used = new Set(taken)
  let slug = wished
  for (let next = 2; used.has(slug); next += 1) slug = `${wished}-${next}`
  return slug
}

/** A published post with what is needed to name it elsewhere. */
export type Published = Pick<Post, 'title' | 'summary' | 'byline' | 'locale' | 'updatedAt'> & {
  publishAt: Date
  /** Absolute address. */
  url: string
  /** Name of the network, which publishes. */
  publisher: string
  /** Absolute address of its picture, if any. */
  image: string | null
}

const utcDay = (at: Date) => at.toISOString().slice(0, 10)

/**
 * One line that names a post in a list of references, in the manner of APA 7. Days are read in UTC.
 *
 * @source https://apastyle.apa.org/style-grammar-guidelines/references/examples/blog-post-references
 */
export function citation(post: Published): string {
  const author = post.byline || post.publisher
  const dayAndMonth = post.publishAt.toLocaleDateString(post.locale, {
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
    numberingSystem: 'latn',
  })
  const day = `${post.publishAt.getUTCFullYear()}, ${dayAndMonth}`
  return `${closed(author)} (${day}). ${closed(post.title)} ${closed(post.publisher)} ${post.url}`
}

/** Ended by a full stop, unless it ends by itself. */
const closed = (text: string) => (/[.?!…؟]$/.test(text) ? text : `${text}.`)

/**
 * Names and contents of the `meta` elements that reference managers such as Zotero read.
 *
 * @source https://www.zotero.org/support/dev/exposing_metadata and the Highwire tags Google Scholar documents
 */
export function citationTags(post: Published): [name: string, content: string][] {
  return [
    ['citation_title', post.title],
    ['citation_author', post.byline || post.publisher],
    ['citation_publication_date', utcDay(post.publishAt).replaceAll('-', '/')],
    ['citation_journal_title', post.publisher],
    ['citation_language', post.locale],
    ['citation_public_url', post.url],
  ]
}

/** Properties and contents of the `meta` elements from which other sites draw a card when the post is shared. */
export function cardTags(post: Published): [property: string, content: string][] {
  const tags: [string, string][] = [
    ['og:type', 'article'],
    ['og:title', post.title],
    ['og:description', post.summary],
    ['og:url', post.url],
    ['og:site_name', post.publisher],
    ['og:locale', post.locale],
    ['article:published_time', post.publishAt.toISOString()],
    ['article:modified_time', post.updatedAt.toISOString()],
  ]
  if (post.image !== null) tags.push(['og:image', post.image])
  return tags
}

/** The post as schema.org data, for a linked `.jsonld` file. */
export function jsonLd(post: Published): Record<string, unknown> {
  const publisher = { '@type': 'Organization', name: post.publisher }
  return {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    '@id': post.url,
    url: post.url,
    mainEntityOfPage: post.url,
    headline: post.title,
    description: post.summary,
    inLanguage: post.locale,
    datePublished: post.publishAt.toISOString(),
    dateModified: post.updatedAt.toISOString(),
    author: post.byline === '' ? publisher : { '@type': 'Person', name: post.byline },
    publisher,
    ...(post.image === null ? {} : { image: post.image }),
  }
}
