/** Which readers of the newsletter an issue is for: all, or only those who do not get each post as it comes out. */
export const audiences = ['all', 'digests'] as const
export type Audience = (typeof audiences)[number]

/** In characters, as the database has them. */
export const longest = { subject: 150, preview: 150, welcome: 10_000 }

/** So many posts in one issue: its email stays below what mail programs show whole. */
export const mostPosts = 20

export type Issue = {
  id: string
  /** Names its page; given when it begins to leave. */
  number: number | null
  audience: Audience
  createdAt: Date
  /** Rises with each change. */
  revision: number
  decidedAt: Date | null
  sendAt: Date | null
  begunAt: Date | null
  queuedAt: Date | null
  campaignId: string | null
  /** To how many it was decided to go. */
  recipientCount: number | null
}

export type IssueState = 'draft' | 'planned' | 'leaving' | 'sent'

/** Where an issue stands. Derived, so that it is never stale. */
export function stateOf({ decidedAt, begunAt, queuedAt }: Issue): IssueState {
  if (decidedAt === null) return 'draft'
  if (begunAt === null) return 'planned'
  return queuedAt === null ? 'leaving' : 'sent'
}

/** What it says in one language. */
export type IssueText = { locale: string; place: number; subject: string; preview: string; welcome: string }

/** Of the languages on offer the reader's own, else the first. */
export const localeFor = (reads: string, texts: readonly Pick<IssueText, 'locale'>[]): string =>
  texts.find(({ locale }) => locale === reads)?.locale ?? texts[0]?.locale ?? reads

/** Why an issue cannot be sent as it is. */
export type Lack = 'no-text' | 'nothing-said'

/** Something to say in each of its languages: at least one post, or words of welcome. */
export function lacksOf(texts: readonly IssueText[], postCount: number): Lack[] {
  if (texts.length === 0) return ['no-text']
  return postCount === 0 && texts.some(({ welcome }) => welcome === '') ? ['nothing-said'] : []
}

/** One of a list a place further up or down; the same list at its ends. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const from = ids.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= ids.length) return [...ids]
  return ids.with(from, ids[to] ?? id).with(to, id)
}

/** What becomes of somebody on the list when an issue is sent: they get it, or why not. */
const verdicts = ['gets', 'each', 'paused', 'unreachable', 'unconfirmed', 'left'] as const
export type Verdict = (typeof verdicts)[number]

export type Listed = {
  isConfirmed: boolean
  hasLeft: boolean
  isPaused: boolean
  isUnreachable: boolean
  rhythm: string
}

/** The first reason that holds. */
export function verdictOn(one: Listed, audience: Audience): Verdict {
  if (one.hasLeft) return 'left'
  if (!one.isConfirmed) return 'unconfirmed'
  if (one.isUnreachable) return 'unreachable'
  if (one.isPaused) return 'paused'
  return audience === 'digests' && one.rhythm === 'each' ? 'each' : 'gets'
}
