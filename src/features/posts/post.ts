import slugify from '@sindresorhus/slugify'
import type { Part, Stage, WorkingStage } from './stage.ts'

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
  /** Its authors as they are printed together; may be empty, then the network signs. */
  byline: string
  /** Who began it. */
  authorId: string | null
  roundId: string | null
  /** Its place among the posts of its round, counted from 1; null for a post that has none. */
  number: number | null
  /** For readers to talk over, plain text. */
  questions: string[]
  /** With its sign: `#welcometomydesk`; empty for none. */
  hashtag: string
  /** Words by which readers find posts of a kind, without a sign. */
  tags: string[]
  mediaId: string | null
  /** The post is public from this instant on; null while it is a draft. */
  publishAt: Date | null
  /** Since when it is public no more. */
  withdrawnAt: Date | null
  createdAt: Date
  updatedAt: Date
  /** The number of its newest text; rises with each change of what readers see. */
  revision: number
  /** How far it is before it has a time to come out: see `stageOf`. */
  stage: WorkingStage
  /** For which fortnight of its round it is planned, counted from 1; null for none. */
  fortnight: number | null
  part: Part | null
  /** Until when it is written, `YYYY-MM-DD`. */
  dueOn: string | null
  assigneeId: string | null
  reviewerId: string | null
  /** What its authors were told when it was withdrawn. */
  withdrawnBecause: string
  /** The same for posts that say the same in several languages; null for one that stands alone. */
  translationGroup: string | null
}

export type PostState = 'draft' | 'scheduled' | 'published' | 'withdrawn'

/** Where a post stands. Derived, so that it appears at its time although nobody is awake. */
export function stateOf(post: Pick<Post, 'publishAt' | 'withdrawnAt'>, now: Date): PostState {
  if (post.withdrawnAt !== null) return 'withdrawn'
  if (post.publishAt === null) return 'draft'
  return post.publishAt <= now ? 'published' : 'scheduled'
}

/** Where a post is on its way, in steps. What follows from the clock is derived, so that it is never stale. */
export function stageOf(post: Pick<Post, 'stage' | 'publishAt' | 'withdrawnAt'>, now: Date): Stage {
  const state = stateOf(post, now)
  return state === 'draft' ? post.stage : state
}

/** Whether its address was ever read: then it stays, so that links go on leading somewhere. */
export const hasBeenPublic = (post: Pick<Post, 'publishAt' | 'withdrawnAt'>, now: Date): boolean =>
  ['published', 'withdrawn'].includes(stateOf(post, now))

/**
 * The last part of a post's address, from its title: ASCII letters, digits and hyphens, at most 60 characters. Letters
 * of other scripts are written in Latin ones where they can be.
 *
 * @param otherwise for a title of none that can
 */
export function slugOf(title: string, otherwise = 'post'): string {
  const plain = slugify(title, { decamelize: false, customReplacements: umlauts })
  const short = plain.length <= 60 ? plain : plain.slice(0, 61).replace(/-[^-]*$/, '')
  return short.slice(0, 60) || otherwise
}

/** Read as in Spanish, where ü is a u, and not as in German. */
const umlauts: [string, string][] = [...'äöüÄÖÜ'].map((letter) => [letter, letter.normalize('NFD').charAt(0)])

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
  /** The day it came out by the clock of its round, `YYYY-MM-DD`. */
  publishedOn: string
  /** Who signs it, in order; nobody when the network does. */
  authors: readonly Author[]
  /** Absolute address. */
  url: string
  /** Name of the network, which publishes. */
  publisher: string
  /** Absolute address of its picture, if any. */
  image: string | null
}

/** The parts of a person's name, by which references are sorted. */
export type PersonName = { given: string; family: string }

/** Who signs a post: the name as printed, and in its parts, null when it is not known which part is which. */
export type Author = { name: string; parts: PersonName | null }

/** As references name authors: the family name first where it is known, else as printed. */
const referenceNames = ({ authors, publisher }: Published): string[] =>
  authors.length === 0
    ? [publisher]
    : authors.map(({ name, parts }) => (parts ? `${parts.family}, ${parts.given}` : name))

/** Authors in one line, in the manner of APA in English, else as the language lists names. */
function namesTogether(names: readonly string[], locale: string): string {
  if (locale !== 'en') return new Intl.ListFormat(locale).format(names)
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}`
}

/**
 * One line that names a post in a list of references, in the manner of APA 7, but with given names in full: not
 * every script has initials.
 *
 * @source https://apastyle.apa.org/style-grammar-guidelines/references/examples/blog-post-references
 */
export function citation(post: Published): string {
  const dayAndMonth = new Date(post.publishedOn).toLocaleDateString(post.locale, {
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
    numberingSystem: 'latn',
  })
  const day = `${post.publishedOn.slice(0, 4)}, ${dayAndMonth}`
  return `${closed(namesTogether(referenceNames(post), post.locale))} (${day}). ${closed(post.title)} ${closed(post.publisher)} ${post.url}`
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
    ...referenceNames(post).map((name): [string, string] => ['citation_author', name]),
    ['citation_publication_date', post.publishedOn.replaceAll('-', '/')],
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

const personOf = ({ name, parts }: Author) => ({
  '@type': 'Person',
  name,
  ...(parts && { givenName: parts.given, familyName: parts.family }),
})

/** One person, or a list of several. */
const authorData = (authors: readonly Author[]) =>
  authors.length > 1 ? authors.map(personOf) : authors[0] && personOf(authors[0])

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
    author: authorData(post.authors) ?? publisher,
    publisher,
    ...(post.image === null ? {} : { image: post.image }),
  }
}
