import { z } from 'zod'
import { isDay } from '../../platform/days.ts'
import { cleanText, isTangled } from '../../platform/markdown.ts'
import { type Credit, licenceOf, missingCredit } from '../media/index.ts'
import type { TopicDraft } from './topic.ts'
import { hashtagOf, type MissingPart, missingParts, QUESTIONS, questionsOf, type TopicText } from './topic.ts'

/** In characters. */
export const longest = { lead: 40_000, questions: 3_000 } as const

/** One line: spaces and line breaks become single spaces. */
const line = (most: number) =>
  z
    .string()
    .transform((typed) => cleanText(typed).replace(/\s+/g, ' ').trim())
    .refine((text) => text.length <= most, 'too-long')
const sheet = (most: number) =>
  z
    .string()
    .transform((typed) => cleanText(typed).trim())
    .refine((text) => text.length <= most, 'too-long')

/** What the form of a topic sends. A draft may lack anything but its title. */
export const topicForm = z.strictObject({
  title: line(120).refine((title) => title !== '', 'required'),
  hashtag: line(60).transform(hashtagOf),
  summary: line(600),
  lead: sheet(longest.lead).refine((text) => !isTangled(text), 'tangled'),
  questions: sheet(longest.questions)
    .transform(questionsOf)
    .refine((questions) => questions.length <= QUESTIONS.max, 'too-many-questions')
    .refine((questions) => questions.every((question) => question.length <= 300), 'long-question'),
  byline: line(80),
  /** The picture chosen now; nothing, or an empty file, when none was. */
  picture: z.union([z.instanceof(File), z.literal('')]).optional(),
  /** The picture the topic has already. */
  pictureId: z.union([z.literal(''), z.uuid()]),
  alt: line(400),
  caption: line(400),
  author: line(120),
  source: line(300),
  licence: z.string().refine((id) => id === '' || licenceOf(id) !== null, 'choose-one'),
})

type TypedTopic = z.infer<typeof topicForm>

/** What a topic still lacks before it may come out, its picture's credit looked at. */
export const missingFrom = (topic: TopicText & { picture: Credit | null }): MissingPart[] =>
  missingParts(topic, topic.picture && missingCredit(topic.picture))

/** What schedules a topic: a time to come on the clock of the round's zone, as a browser or a script writes it. */
export const scheduleForm = (zone: string, now: Date) =>
  z.strictObject({
    at: z
      .string()
      .trim()
      .min(1, 'required')
      .transform((typed, context) => {
        const at = instantIn(typed, zone)
        if (at === null) context.addIssue({ code: 'custom', message: 'bad-date' })
        else if (at <= now) context.addIssue({ code: 'custom', message: 'topic-time-past' })
        return at ?? now
      }),
  })

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
  { picture: _upload, pictureId: _kept, ...typed }: TypedTopic,
  pictureId: string,
): TopicDraft => {
  const { alt, caption, author, source, licence, ...text } = typed
  return { ...text, picture: pictureId ? { id: pictureId, alt, caption, author, source, licence } : null }
}
