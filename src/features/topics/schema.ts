import * as z from 'zod'
import { isDay } from '../../platform/days.ts'
import { isTangled } from '../../platform/typed-text.ts'
import { type Credit, missingCredit } from '../media/index.ts'
import {
  authorsIn,
  comingTime,
  hashtagOf,
  line,
  linesOf,
  MOST_AUTHORS,
  parts,
  pictureFields,
  sheet,
} from '../posts/index.ts'
import type { TopicDraft } from './topic.ts'
import { type MissingPart, missingParts, QUESTIONS, type TopicText } from './topic.ts'

/** In characters. */
export const longest = { lead: 40_000, questions: 3_000, byline: 600 } as const

/** What the form of a topic sends. A draft may lack anything but its title. */
export const topicForm = z.strictObject({
  title: line(120).refine((title) => title !== '', 'required'),
  hashtag: line(60).transform(hashtagOf),
  summary: line(600),
  lead: sheet(longest.lead).refine((text) => !isTangled(text), 'tangled'),
  questions: sheet(longest.questions)
    .transform(linesOf)
    .refine((questions) => questions.length <= QUESTIONS.max, 'too-many-questions')
    .refine((questions) => questions.every((question) => question.length <= 300), 'long-question'),
  byline: sheet(longest.byline).refine(
    (typed) => authorsIn(typed).length <= MOST_AUTHORS,
    'too-many-authors',
  ),
  /** The text that was changed; nothing before the first. */
  base: z
    .string()
    .regex(/^\d{0,9}$/)
    .optional(),
  ...pictureFields,
})

type TypedTopic = z.infer<typeof topicForm>

/** What a topic still lacks before it may come out, its picture's credit looked at. */
export const missingFrom = (topic: TopicText & { picture: Credit | null }): MissingPart[] =>
  missingParts(topic, topic.picture && missingCredit(topic.picture))

/** What schedules a topic: a time to come on the clock of the round's zone, as a browser or a script writes it. */
export const scheduleForm = (zone: string, now: Date) =>
  z.strictObject({ at: comingTime((typed) => instantIn(typed, zone), now, 'topic-time-past') })

/** @returns null for anything but `YYYY-MM-DDTHH:MM`, with seconds and a zone of its own or without. */
export function instantIn(typed: string, zone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/.test(typed)) return null
  if (!isDay(typed.slice(0, 10))) return null
  try {
    const { epochMilliseconds } = /Z|[+-]\d{2}:\d{2}$/.test(typed)
      ? Temporal.Instant.from(typed)
      : Temporal.PlainDateTime.from(typed).toZonedDateTime(zone)
    return new Date(epochMilliseconds)
  } catch (error) {
    // A day or an hour that does not exist.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** What the form says, as the action takes it. */
export const draftOf = (
  { picture: _upload, pictureId: _kept, base, ...typed }: TypedTopic,
  pictureId: string,
): TopicDraft & { basedOn: number | null } => {
  const { alt, caption, author, source, licence, ...text } = typed
  const basedOn = base ? Number(base) : null
  return {
    ...text,
    basedOn,
    picture: pictureId ? { id: pictureId, alt, caption, author, source, licence } : null,
  }
}

/** What moves a post in the plan of its round. */
export const placeForm = z.strictObject({
  post: z.uuid(),
  fortnight: z
    .string()
    .regex(/^(|[1-9]\d?)$/)
    .transform((typed) => (typed === '' ? null : Number(typed))),
  part: z.union([z.literal(''), z.enum(parts)]).transform((part) => (part === '' ? null : part)),
})
/** Where a post stands in the plan. */
export type Place = z.infer<typeof placeForm>

export const copyPlanForm = z.strictObject({ from: z.string().regex(/^[0-9]{4}[A-Z]$/) })
