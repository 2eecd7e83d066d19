import * as z from 'zod'
import { instantTyped, isDay } from '../../platform/days.ts'
import { onceField } from '../../platform/fields.ts'
import { doiIn, orcidIn } from '../../platform/identifiers.ts'
import { TEXT_LICENCES } from '../../platform/licences.ts'
import { cleanText, isTangled } from '../../platform/typed-text.ts'
import { credit } from '../media/index.ts'
import { authorsIn, MOST_AUTHORS } from './author.ts'
import { isPartOf } from './person-name.ts'
import { hashtagOf } from './post.ts'
import { serverIn } from './share.ts'
import { parts } from './stage.ts'

/** In characters. */
export const longest = { body: 60_000, note: 2_000, questions: 3_000 } as const
/** Most tags of one post. */
const MOST_TAGS = 12
/** Most questions that readers are asked. */
const MOST_QUESTIONS = 6

/** One line: spaces and line breaks become single spaces. */
export const line = (most: number) =>
  z
    .string()
    .transform((typed) => cleanText(typed).replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(most, 'too-long'))
/** A text of several lines. */
export const sheet = (most: number) =>
  z
    .string()
    .transform((typed) => cleanText(typed).trim())
    .pipe(z.string().max(most, 'too-long'))
const title = line(120).refine((text) => text !== '', 'required')
const day = z
  .string()
  .trim()
  .refine((typed) => typed === '' || isDay(typed), 'bad-date')
  .transform((typed) => (typed === '' ? null : typed))
/** Somebody of a list by their id, or nobody. */
const somebody = z.union([z.literal(''), z.uuid()]).transform((id) => (id === '' ? null : id))
/** A number that is known everywhere, or none. @param read null for what is none @param code for that */
const number = (read: (typed: string) => string | null, code: string) =>
  line(200).transform((typed, context) => {
    const said = typed === '' ? null : read(typed)
    if (typed !== '' && said === null) context.addIssue({ code: 'custom', message: code })
    return said
  })
const locale = z.string().regex(/^[a-z]{2,3}$/, 'choose-one')
const said = sheet(longest.note).refine((text) => text !== '', 'required')

export const proposeForm = z.strictObject({
  title,
  summary: line(600),
  locale,
  /** Its place in the plan, `2016A/3`; empty for none, `2016A/` for a round without a fortnight. */
  place: z.string().regex(/^(|[0-9]{4}[A-Z]\/([1-9]\d?)?)$/, 'choose-one'),
  part: z.union([z.literal(''), z.enum(parts)]).transform((part) => (part === '' ? null : part)),
  assignee: somebody,
  dueOn: day,
  once: onceField,
})

export const assignForm = z.strictObject({ assignee: somebody, dueOn: day })
export const submitForm = z.strictObject({ reviewer: somebody, message: sheet(longest.note) })
export const giveBackForm = z.strictObject({ remark: said })
export const noteForm = z.strictObject({ note: said, once: onceField })
const from = z.enum(['write']).optional()
/** What is around words that were selected tells which of several they are. */
const side = z.string().max(200).default('')

/** A note on a passage: on words, or on a paragraph, or on words in it. */
export const passageForm = z
  .strictObject({
    ...{ note: said, words: line(600).default(''), from, before: side, after: side },
    once: onceField,
    paragraph: z
      .string()
      .regex(/^\d{0,4}$/)
      .default('')
      .transform((typed) => (typed === '' ? null : Number(typed))),
  })
  .refine(({ words, paragraph }) => words !== '' || paragraph !== null, {
    path: ['words'],
    error: 'required',
  })
export const answerForm = z.strictObject({ answer: said, from, once: onceField })
/** A button on a note, which says from which page it was pressed. */
export const noteActForm = z.strictObject({ from })

export const withdrawForm = z.strictObject({ because: said })
export const moveForm = z.strictObject({ address: line(120).refine((text) => text !== '', 'required') })

/** A time to come, as it is typed. @param read null for what is no time @param past code for one that has passed */
export const comingTime = (read: (typed: string) => Date | null, now: Date, past: string) =>
  z
    .string()
    .trim()
    .min(1, 'required')
    .transform((typed, context) => {
      const at = read(typed)
      if (at === null) context.addIssue({ code: 'custom', message: 'bad-date' })
      else if (at <= now) context.addIssue({ code: 'custom', message: past })
      return at ?? now
    })

/** What schedules a post: a time to come on the clock of its zone. */
export const approveForm = (zone: string, now: Date) =>
  z.strictObject({ at: comingTime((typed) => instantTyped(typed, zone), now, 'post-time-past') })

/** Lines of a box, without the list marks that people type. */
export const linesOf = (typed: string): string[] =>
  typed
    .split(/\r?\n/)
    .map((one) => one.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim())
    .filter((one) => one !== '')

/** Tags from one line, parted by commas of any script, without signs, each once. */
export const tagsOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,،，、;；\n]/)
      .map((tag) => tag.trim().replace(/^#/, '').replace(/\s+/g, ' '))
      .filter((tag) => tag !== ''),
  ),
]

/** What the writing page sends of a text. */
export const writeForm = z.strictObject({
  title,
  summary: line(600),
  body: sheet(longest.body).refine((text) => !isTangled(text), 'tangled'),
  questions: sheet(longest.questions)
    .transform(linesOf)
    .refine((questions) => questions.length <= MOST_QUESTIONS, 'too-many-questions')
    .refine((questions) => questions.every((question) => question.length <= 300), 'long-question'),
  tags: line(600)
    .transform(tagsOf)
    .refine((tags) => tags.length <= MOST_TAGS, 'too-many-tags'),
  hashtag: line(60).transform(hashtagOf),
  authors: sheet(600)
    .transform(authorsIn)
    .refine((authors) => authors.length <= MOST_AUTHORS, 'too-many-authors'),
  locale,
})

/** What travels along with a text that is kept or saved: over which text it was written, and in which window. */
export const travelling = z.object({
  base: z.coerce.number().int().min(1),
  rev: z.coerce.number().int().min(0),
  writer: z.string().max(64),
  seq: z.coerce.number().int().min(0),
})
export const travellingNames = ['base', 'rev', 'writer', 'seq'] as const

/** What a form sends of the picture that leads a post: a file when another one is chosen, and what is said about it. */
export const pictureFields = {
  picture: z.union([z.instanceof(File), z.literal('')]).optional(),
  pictureId: z.union([z.literal(''), z.uuid()]),
  ...credit,
}

/** What is printed of an author. */
export const authorForm = z
  .strictObject({
    name: line(120).refine((text) => text !== '', 'required'),
    familyName: line(120),
    country: z
      .string()
      .regex(/^([A-Z]{2})?$/, 'choose-one')
      .transform((code) => (code === '' ? null : code)),
    about: line(600),
    orcid: number(orcidIn, 'bad-orcid'),
  })
  .refine(({ name, familyName }) => familyName === '' || isPartOf(name, familyName), {
    path: ['familyName'],
    message: 'not-part',
  })
export const mergeAuthorsForm = z.strictObject({ into: z.uuid() })
export const translateForm = z.strictObject({ into: locale, once: onceField })

/** Which server of Mastodon somebody uses; its host. */
export const mastodonForm = z.strictObject({
  server: line(300).transform((typed, context) => {
    const host = serverIn(typed)
    if (host === null) context.addIssue({ code: 'custom', message: 'no-server' })
    return host ?? ''
  }),
})

export const pictureForm = z.strictObject(pictureFields)

/** Under which licence a post is, and by which number it is cited; what is empty is said of none. */
export const citingForm = z.strictObject({
  licence: z.enum(['', ...TEXT_LICENCES], 'choose-one').transform((id) => (id === '' ? null : id)),
  doi: number(doiIn, 'bad-doi'),
})

/** How a post was put right. */
export const correctForm = z.strictObject({ correction: line(600).refine((text) => text !== '', 'required') })
