import type { Part } from '../posts/index.ts'

/** In which form the blog goes out: for WordPress, as files that people and generators of sites read, or for programs. */
export const exportKinds = ['wxr', 'markdown', 'json'] as const
export type ExportKind = (typeof exportKinds)[number]

/** What is asked of an export. */
export type ExportWish = {
  kind: ExportKind
  /** Also what is not public: drafts, posts that are scheduled or were withdrawn, and comments that are not shown. */
  isWhole: boolean
  /** The addresses of those who commented, and of authors with an account. */
  withAddresses: boolean
}

/** What a blog says of itself. */
export type OutSite = {
  title: string
  tagline: string
  /** Scheme and host, no final slash. */
  origin: string
  /** Its own first. */
  locales: readonly [string, ...string[]]
  zone: string
  licence: string | null
  issn: string | null
  madeAt: Date
}

export type OutAuthor = {
  slug: string
  name: string
  country: string | null
  about: string
  orcid: string | null
  /** Null where nobody asked for addresses. */
  email: string | null
}

export type OutRound = { code: string; title: string; startsOn: string; endsOn: string }

/** What is known of every post from the beginning: each may lead to any other. */
export type OutHead = {
  id: string
  slug: string
  locale: string
  /** The same for the posts that say the same in several languages. */
  translationGroup: string | null
  roundCode: string | null
  fortnight: number | null
  part: Part | null
  tags: string[]
}

/** What says the same as a post in other languages. */
export const translationsOf = (
  { id, translationGroup }: Pick<OutHead, 'id' | 'translationGroup'>,
  heads: readonly OutHead[],
): OutHead[] =>
  heads.filter(
    (one) => translationGroup !== null && one.translationGroup === translationGroup && one.id !== id,
  )

export const outStates = ['published', 'scheduled', 'draft', 'review', 'withdrawn'] as const
export type OutState = (typeof outStates)[number]

/** Of comments that go out: one that was taken back does not. */
export const outCommentStates = ['shown', 'waiting', 'spam', 'removed'] as const

export type OutComment = {
  number: number
  /** That of the comment it answers. */
  parent: number | null
  name: string
  /** Null where it is not kept, or nobody asked for it. */
  email: string | null
  text: string
  sentAt: Date
  state: (typeof outCommentStates)[number]
  /** The author of the blog who wrote it, by their slug. */
  author: string | null
}

export type OutPost = OutHead & {
  title: string
  summary: string
  /** Markdown. */
  body: string
  authors: { slug: string; name: string }[]
  state: OutState
  publishAt: Date | null
  createdAt: Date
  updatedAt: Date
  number: number | null
  questions: string[]
  hashtag: string
  mediaId: string | null
  licence: string | null
  doi: string | null
  /** Days as `YYYY-MM-DD`, the first first. */
  corrections: { on: string; said: string }[]
  /** Slugs that it had before. */
  former: string[]
  comments: OutComment[]
}

/** A page on which the network tells of itself. */
export type OutPage = { name: string; path: string; locale: string; title: string; body: string }

/** A picture as it goes out: its largest JPEG. */
export type OutPicture = {
  id: string
  width: number
  height: number
  alt: string
  caption: string
  author: string
  source: string
  licence: string
}

/** Where a picture stands in an export, and at which address of the living site: the same path. */
export const pictureFile = ({ id, width }: Pick<OutPicture, 'id' | 'width'>): string =>
  `media/${id}/${width}.jpeg`

/** By the id by which texts name it. */
export type Pictures = ReadonlyMap<string, OutPicture>

const shown = /\/media\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g

/** Ids of the pictures that a text of Markdown may show, and of the one that leads it. */
export const pictureIds = ({ body, mediaId }: { body: string; mediaId: string | null }): string[] => [
  ...new Set([...(mediaId === null ? [] : [mediaId]), ...[...body.matchAll(shown)].map(([, id = '']) => id)]),
]

/** How far a post is, in the steps that other software knows. */
export function outState(
  { publishAt, withdrawnAt, stage }: { publishAt: Date | null; withdrawnAt: Date | null; stage: string },
  now: Date,
): OutState {
  if (withdrawnAt !== null) return 'withdrawn'
  if (publishAt !== null) return publishAt <= now ? 'published' : 'scheduled'
  return stage === 'review' ? 'review' : 'draft'
}

/** The file of a post, below its folder: one for each, and each is in one language. */
export const postFile = ({ slug, locale }: Pick<OutHead, 'slug' | 'locale'>): string =>
  `posts/${slug}.${locale}.md`
export const pageFile = ({ name, locale }: Pick<OutPage, 'name' | 'locale'>): string =>
  `pages/${name}.${locale}.md`
