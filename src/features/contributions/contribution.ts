import { dayMs, daysAfter } from '../../platform/days.ts'

/** A postcard is three answers and a picture; an article has a title and a text, and a picture if it likes. */
export const kinds = ['postcard', 'article'] as const
export type Kind = (typeof kinds)[number]
export const isKind = (text: string | undefined): text is Kind => kinds.some((kind) => kind === text)

/** How far it is before a post is made of it; what follows then is told by the post: see `standingOf`. */
const stages = ['waiting', 'asked', 'accepted', 'declined', 'withdrawn'] as const
export type ContributionStage = (typeof stages)[number]

/** How a network takes contributions. */
export type Rule = {
  /** Since when it takes none; null while it does. */
  closedAt: Date | null
  /** Under which licence they appear, by the id that pictures have. */
  licence: string
  /** Within how many days an editor answers. */
  answerDays: number
}

/** As it comes. */
export const suppliedRule: Rule = { closedAt: null, licence: 'cc-by-4.0', answerDays: 14 }

/** The three questions of a postcard, by their numbers. */
export const questionNumbers = ['1', '2', '3'] as const

/** What its author says, as the form has it. */
export type Written = {
  title: string
  /** Markdown; empty on a postcard. */
  body: string
  /** Of a postcard, in the order of its questions; Markdown as well. */
  answers: string[]
  name: string
  coauthors: string[]
  country: string
  /** Of the text; one of those the network speaks. */
  language: string
  about: string
  pictureId: string | null
  pictureAlt: string
  pictureCaption: string
  pictureAuthor: string
}

type Post = {
  revision: number
  agreedRevision: number | null
  publishAt: Date | null
  withdrawnAt: Date | null
}

/** All that says where a contribution stands. */
export type Standing =
  | Exclude<ContributionStage, 'accepted'>
  /** An editor works on it. */
  | 'editing'
  /** Its author is asked to agree to the edited text. */
  | 'proof'
  | 'agreed'
  /** A director lets it come out without an answer. */
  | 'waived'
  | 'scheduled'
  | 'out'
  /** It was out, and the editors have withdrawn the post. */
  | 'taken-down'

/**
 * Where a contribution stands, as its author and the editors read it. Derived, so that it is true whoever changed the post.
 *
 * @param post what became of it; null for none, and once that was taken away
 */
export function standingOf(
  { stage, askedRevision }: { stage: ContributionStage; askedRevision: number | null },
  post: Post | null,
  now: Date,
): Standing {
  if (stage !== 'accepted') return stage
  if (post?.publishAt && post.withdrawnAt) return 'taken-down'
  if (post?.publishAt) return post.publishAt <= now ? 'out' : 'scheduled'
  if (askedRevision !== null) return 'proof'
  if (post === null || !isAgreed(post)) return 'editing'
  return post.agreedRevision === null ? 'waived' : 'agreed'
}

/** Whether nothing more is to be asked of its author. */
const isAgreed = ({ revision, agreedRevision }: Pick<Post, 'revision' | 'agreedRevision'>): boolean =>
  agreedRevision === null || agreedRevision === revision

/** Its author may correct it until it is accepted or declined. */
export const mayBeChanged = (stage: ContributionStage): boolean => stage === 'waiting' || stage === 'asked'

/** Its author may take it back until readers have it. */
export const mayBeTakenBack = (standing: Standing): boolean =>
  !['declined', 'withdrawn', 'out', 'taken-down'].includes(standing)

/** Until when an editor answers what waits since an instant. */
export const dueAt = (since: Date, { answerDays }: Pick<Rule, 'answerDays'>): Date =>
  daysAfter(since, answerDays)

/** Whole days since an instant. */
export const daysSince = (since: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - since.getTime()) / dayMs))

/** After so many days without an answer its author is reminded once; after so many a director may decide. */
export const agreementDays = { reminder: 7, waiver: 21 } as const

/** Whether its author has been silent about the edited text for so long that a director may let it come out. */
export const mayBeWaived = (askedAt: Date | null, now: Date): boolean =>
  askedAt !== null && now >= daysAfter(askedAt, agreementDays.waiver)

/** A person needs longer to read once more what they wrote; and after a day the page they read is too old. */
const readingMs = { least: 2_000, most: dayMs }

/** Whether a form was sent by who read it once more. @param at when that page was made */
export function wasRead(at: Date, now: Date): boolean {
  const took = now.getTime() - at.getTime()
  return took >= readingMs.least && took <= readingMs.most
}

/** The text of a post made of a contribution, as Markdown. @param questions of a postcard, in the language of the text */
export const bodyOf = (
  { answers, body }: Pick<Written, 'answers' | 'body'>,
  questions: readonly string[],
): string =>
  answers.length === 0
    ? body
    : answers.map((answer, index) => `## ${questions[index] ?? ''}\n\n${answer}`).join('\n\n')
