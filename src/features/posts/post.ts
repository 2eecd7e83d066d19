import { isBefore } from '../../platform/days.ts'
import { slugged } from '../../platform/slug.ts'
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
  /** The text to which its author outside the office agreed; 0 while to none, null where nobody outside is asked. */
  agreedRevision: number | null
  /** What its authors were told when it was withdrawn. */
  withdrawnBecause: string
  /** The same for posts that say the same in several languages; null for one that stands alone. */
  translationGroup: string | null
  /** Of its text, by the id that pictures have, or `all-rights-reserved`; null for that of the network. */
  licence: string | null
  /** Once it is registered; null for none. */
  doi: string | null
}

/** A hashtag as people write it (`Welcome to my desk`, `# desk`) as networks read it; empty stays empty. */
export function hashtagOf(typed: string): string {
  const word = typed
    .trim()
    .replace(/^#+/, '')
    .replace(/[\s-]+/g, '')
  return word === '' ? '' : `#${word}`
}

export type PostState = 'draft' | 'scheduled' | 'published' | 'withdrawn'

/** Where a post stands. Derived, so that it appears at its time although nobody is awake. */
export function stateOf(post: Pick<Post, 'publishAt' | 'withdrawnAt'>, now: Date): PostState {
  if (post.withdrawnAt !== null) return 'withdrawn'
  if (post.publishAt === null) return 'draft'
  return isBefore(now, post.publishAt) ? 'scheduled' : 'published'
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
  const plain = slugged(title)
  const short = plain.length <= 60 ? plain : plain.slice(0, 61).replace(/-[^-]*$/, '')
  return short.slice(0, 60) || otherwise
}

/** A slug nobody has taken yet: the wished one, or the first free of `wished-2`, `wished-3`, … */
export function freeSlug(wished: string, taken: readonly string[]): string {
  const used = new Set(taken)
  let slug = wished
  for (let next = 2; used.has(slug); next += 1) slug = `${wished}-${next}`
  return slug
}
