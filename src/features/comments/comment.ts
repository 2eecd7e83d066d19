import { dayMs, daysAfter, isBefore } from '../../platform/days.ts'

/** Where a comment stands. Only those shown are public. */
export const states = ['waiting', 'shown', 'removed', 'spam', 'withdrawn'] as const
export type CommentState = (typeof states)[number]

/** What an editor can decide about a comment. */
export const decisions = ['shown', 'spam', 'removed'] as const
export type Decision = (typeof decisions)[number]

/** How a network takes comments: which wait, and so many days after a post came out it takes none; null for never. */
export type Rule = { waits: 'first' | 'all'; closesAfterDays: number | null }

/** As it comes. */
export const suppliedRule: Rule = { waits: 'first', closesAfterDays: null }

/**
 * What is known of who sends a comment: how many of theirs appeared, how many were taken away lately, and whether the address is
 * theirs: that of the account with which they are signed in, or one that got the email and pressed its button.
 */
export type Sender = { isEditor: boolean; isProven: boolean; shown: number; refused: number }

/** Why a comment waits for an editor. */
export type Why = 'elsewhere' | 'all-wait' | 'first' | 'unproven' | 'refused-before' | 'links' | 'repeated'

/** A comment with more addresses than this is read first. */
const mostLinks = 2

/** @param repeated whether the same text came before, under whatever name */
export function whyItWaits(
  { sender, links, repeated }: { sender: Sender; links: number; repeated: boolean },
  rule: Rule,
): Why[] {
  if (sender.isEditor) return []
  return [
    ...(rule.waits === 'all' ? (['all-wait'] as const) : []),
    ...(rule.waits === 'first' && sender.shown === 0 ? (['first'] as const) : []),
    ...(rule.waits === 'first' && sender.shown > 0 && !sender.isProven ? (['unproven'] as const) : []),
    ...(sender.refused > 0 ? (['refused-before'] as const) : []),
    ...(links > mostLinks ? (['links'] as const) : []),
    ...(repeated ? (['repeated'] as const) : []),
  ]
}

/** Whether it waits for nothing but the word of the one whose address it came with. */
export const waitsForSender = (why: readonly Why[]): boolean => why.length === 1 && why[0] === 'unproven'

/** What an editor said of one post, against the rule for all. */
export type Closing = 'open' | 'closed' | null

/** Whether a post takes comments. */
export function takesComments(
  post: { publishAt: Date; closing: Closing },
  { closesAfterDays }: Pick<Rule, 'closesAfterDays'>,
  now: Date,
): boolean {
  if (post.closing !== null) return post.closing === 'open'
  return closesAfterDays === null || isBefore(now, daysAfter(post.publishAt, closesAfterDays))
}

/** For so long its sender may change a comment that has appeared; one that waits, always. */
export const changeMinutes = 30

export function mayBeChanged(comment: { state: CommentState; sentAt: Date }, now: Date): boolean {
  if (comment.state === 'waiting') return true
  return comment.state === 'shown' && now.getTime() < comment.sentAt.getTime() + changeMinutes * 60_000
}

/** A person needs longer to read once more what they wrote; and after a day the page they read is too old. */
const readingMs = { least: 2_000, most: dayMs }

/** Whether a comment was sent by who read it once more. @param at when that page was made */
export function wasRead(at: Date, now: Date): boolean {
  const took = now.getTime() - at.getTime()
  return took >= readingMs.least && took <= readingMs.most
}

/** One comment in its thread: how deep it stands, and which it answers where that is not just above. */
export type Threaded<One> = { comment: One; depth: 0 | 1 | 2; answers: One | null }

type Placed = { id: string; parentId: string | null }

/**
 * Comments as they are read: each with its answers below it, the oldest first. Answers stand two levels deep; what
 * answers deeper follows on the second level, each after what it answers. An answer whose comment is gone stands by itself.
 *
 * @param comments the oldest first
 */
export function threaded<One extends Placed>(comments: readonly One[]): Threaded<One>[] {
  const here = new Map(comments.map((comment) => [comment.id, comment]))
  const parentOf = ({ parentId }: One) => (parentId === null ? undefined : here.get(parentId))
  const answersTo = Map.groupBy(comments, (comment) => parentOf(comment)?.id ?? null)
  const of = (id: string | null) => answersTo.get(id) ?? []
  const branch = (top: One): Threaded<One>[] => [
    { comment: top, depth: 1, answers: null },
    ...deeper(top, of).map((comment) => ({ comment, depth: 2 as const, answers: parentOf(comment) ?? null })),
  ]
  return of(null).flatMap((comment) => [
    { comment, depth: 0 as const, answers: null },
    ...of(comment.id).flatMap(branch),
  ])
}

/** All below one. Without recursion: a thread may be as deep as it likes. */
function deeper<One extends Placed>(top: One, of: (id: string) => readonly One[]): One[] {
  const below: One[] = []
  const open = [...of(top.id)].reverse()
  for (let next = open.pop(); next; next = open.pop()) {
    below.push(next)
    open.push(...[...of(next.id)].reverse())
  }
  return below
}
