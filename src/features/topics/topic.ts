import { instantAt } from '../../platform/days.ts'
import type { Credit, Picture } from '../media/index.ts'
import type { FullPost } from '../posts/index.ts'
import type { Round } from '../rounds/index.ts'

/** What an editor writes once, and what becomes post, questions for partners, mail and feed entry. */
export type TopicText = {
  title: string
  /** Markdown. */
  lead: string
  /** For partners to talk about, plain text. */
  questions: string[]
  /** With its sign: `#welcometomydesk`. */
  hashtag: string
  /** Two or three sentences, plain text: for the mail, the feeds and the front page. */
  summary: string
}

/** All that an editor writes about a topic. */
export type TopicDraft = TopicText & {
  /** Who signs it, one in each line. */
  byline: string
  /** A picture from `addPicture`, with what is said about it. */
  picture: ({ id: string } & Credit) | null
}

/** What must be there before a topic may be scheduled; each has words in the word files. */
export type MissingPart = 'title' | 'lead' | 'questions' | 'hashtag' | 'summary' | 'picture' | 'credit'

/** The list that its mails go to; a person can leave it and stay in the round. */
export const TOPICS_LIST = 'topics'

/** Fewest and most questions that partners can talk about in a fortnight. */
export const QUESTIONS = { min: 2, max: 6 }

/**
 * What a topic still lacks, in the order of its form.
 *
 * @param missingCredit what its picture still lacks; null when there is no picture.
 */
export function missingParts(
  topic: TopicText,
  missingCredit: readonly (keyof Credit)[] | null,
): MissingPart[] {
  const lacks: Record<MissingPart, boolean> = {
    title: topic.title.trim() === '',
    summary: topic.summary.trim() === '',
    lead: topic.lead.trim() === '',
    questions: topic.questions.length < QUESTIONS.min || topic.questions.length > QUESTIONS.max,
    hashtag: !HASHTAG.test(topic.hashtag),
    picture: missingCredit === null,
    credit: missingCredit !== null && missingCredit.length > 0,
  }
  return (Object.keys(lacks) as MissingPart[]).filter((part) => lacks[part])
}

const HASHTAG = /^#(?=.*\p{L})[\p{L}\p{M}\p{N}_]{2,50}$/u

/** When a topic is due on a day of a round, unless an editor says otherwise: at nine, on the clock of the round's zone. */
export function dueInstant(day: string, zone: string): Date {
  return instantAt(`${day}T09:00`, zone)
}

/** Late news is still news for two days: a server that was down, a slip in the plan. */
const NEWS_MS = 48 * 3_600_000

/** The instant after which a topic must have become public to be mailed by the clock alone. */
export const newsSince = (now: Date): Date => new Date(now.getTime() - NEWS_MS)

/** The clock looks every minute. A topic that waits for longer waited for a worker that was not there. */
const PUNCTUAL_MS = 10 * 60_000

/** Whether a topic that came out on its day is mailed later than its readers were promised. */
export const isLate = ({ publishAt }: Pick<Topic, 'publishAt'>, now: Date): boolean =>
  publishAt !== null && now.getTime() - publishAt.getTime() > PUNCTUAL_MS

/** Whether a topic became public without its mails, and too long ago for the clock to queue them: someone decides. */
export const isMissed = (
  topic: Pick<Topic, 'publishAt' | 'withdrawnAt' | 'campaignId'>,
  now: Date,
): boolean =>
  topic.publishAt !== null &&
  topic.publishAt <= newsSince(now) &&
  topic.withdrawnAt === null &&
  topic.campaignId === null

/** With whom someone reads a topic: with nobody yet, with a partner, or with two. */
export const companies = ['pair', 'trio', 'alone'] as const
export type Company = (typeof companies)[number]

/** How many partners someone has in such company. */
export const partnersIn: Record<Company, number> = { alone: 0, pair: 1, trio: 2 }

/** @param partners how many partners someone has now */
export const companyOf = (partners: number): Company => {
  if (partners === 0) return 'alone'
  return partners === 1 ? 'pair' : 'trio'
}

/** How many are written to about a topic, and how many of them have no partner. */
export type Audience = { count: number; alone: number }

export const audienceOf = (recipients: readonly { partners: number }[]): Audience => ({
  count: recipients.length,
  alone: recipients.filter(({ partners }) => companyOf(partners) === 'alone').length,
})

/** One place in the calendar of a round. */
export type Slot<T> = {
  /** Counted from 1. */
  number: number
  /** First day of the fortnight, `YYYY-MM-DD`; null for a topic beyond the plan of the round. */
  day: string | null
  topic: T | null
}

/**
 * The calendar of a round: every planned fortnight with its topic, and after them topics beyond the plan.
 *
 * @param days on which a topic is due, in order, `YYYY-MM-DD`
 */
export function calendarOf<T extends { number: number }>(
  days: readonly string[],
  topics: readonly T[],
): Slot<T>[] {
  const planned = days.map((day, index) => ({
    number: index + 1,
    day,
    topic: topics.find(({ number }) => number === index + 1) ?? null,
  }))
  const beyond = topics
    .filter(({ number }) => number > days.length)
    .sort((a, b) => a.number - b.number)
    .map((topic) => ({ number: topic.number, day: null, topic }))
  return [...planned, ...beyond]
}

/** A topic that someone must look after: why, and its place in the calendar. */
export type OpenTopic<T> = { why: 'missed' | 'overdue' | 'due' | 'draft'; slot: Slot<T> }

/** The days that decide it, `YYYY-MM-DD` on the clock of the round: today, and until when a topic is written now. */
export type WritingDays = { today: string; until: string }

/**
 * The topics of a round that someone must look after, in the order of the calendar: those of which nobody was mailed,
 * those whose fortnight has begun or comes next, and drafts for later. A fortnight that has passed without one is past.
 */
export function openTopics<T extends Pick<Topic, 'number' | 'publishAt' | 'withdrawnAt' | 'campaignId'>>(
  slots: readonly Slot<T>[],
  days: WritingDays,
  now: Date,
): OpenTopic<T>[] {
  return slots.flatMap((slot, index): OpenTopic<T>[] => {
    if (slot.topic && isMissed(slot.topic, now)) return [{ why: 'missed', slot }]
    const why = whyOpen(slot, slots[index + 1]?.day ?? null, days)
    return why ? [{ why, slot }] : []
  })
}

function whyOpen(
  { day, topic }: Slot<Pick<Topic, 'publishAt' | 'withdrawnAt'>>,
  nextDay: string | null,
  { today, until }: WritingDays,
): 'overdue' | 'due' | 'draft' | null {
  if (topic?.publishAt || topic?.withdrawnAt || day === null) return null
  if (nextDay !== null && nextDay <= today) return null
  if (day < today) return 'overdue'
  if (day <= until) return 'due'
  return topic ? 'draft' : null
}

/** A topic with its post, as the office sees it. */
export type Topic = TopicText & {
  id: string
  postId: string
  roundId: string
  number: number
  slug: string
  byline: string
  /** Who signs it, each by the name that is printed. */
  authors: string[]
  locale: string
  revision: number
  updatedAt: Date
  picture: Picture | null
  /** Its post is public from this instant on; null while it is a draft. */
  publishAt: Date | null
  /** Since when it is public no more. */
  withdrawnAt: Date | null
  /** The mails to participants, once they are queued. */
  campaignId: string | null
}

/** The post that a topic is, as readers will get it; a draft is shown as if it came out now. */
export const postOf = (topic: Topic, round: Pick<Round, 'code' | 'zone'>, now: Date): FullPost => ({
  id: topic.postId,
  slug: topic.slug,
  title: topic.title,
  summary: topic.summary,
  tags: [],
  body: topic.lead,
  locale: topic.locale,
  byline: topic.byline,
  revision: topic.revision,
  updatedAt: topic.updatedAt,
  publishAt: topic.publishAt ?? now,
  translationGroup: null,
  roundCode: round.code,
  zone: round.zone,
  number: topic.number,
  picture: topic.picture,
  hashtag: topic.hashtag,
  questions: topic.questions,
})
