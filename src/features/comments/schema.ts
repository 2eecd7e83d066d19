import * as z from 'zod'
import { neededLine } from '../../platform/fields.ts'
import { addressProblem } from '../applications/index.ts'
import { decisions, states } from './comment.ts'
import { mostLetters, tidy, tidyName } from './text.ts'

const name = z
  .string()
  .transform(tidyName)
  .pipe(z.string().min(1, 'required').max(mostLetters.name, 'too-long'))

const email = neededLine(254).refine((text) => addressProblem(text) === null, 'bad-email')

const text = z
  .string()
  // What is far too long is not looked through first.
  .max(mostLetters.text * 4, 'comment-too-long')
  .transform(tidy)
  .pipe(z.string().min(1, 'required').max(mostLetters.text, 'comment-too-long'))

const follows = z
  .literal('yes')
  .optional()
  .transform((said) => said === 'yes')

/** The number of the comment that is answered; empty for the post. */
const to = z
  .string()
  .default('')
  .transform((number) => (/^[1-9]\d{0,14}$/.test(number) ? Number(number) : null))

/** No reader sees this field; what fills in all fields fills it in. */
const website = z.string().max(0, 'comment-trap').default('')

const said = { name, text, follows, to }
const read = { at: z.string().max(20).default(''), proof: z.string().max(60).default('') }

/** A comment as it is typed: by a visitor, or by somebody who is signed in and whose address is known. */
export const typedForm = {
  visitor: z.strictObject({ ...said, email, website }),
  member: z.strictObject({ ...said, website }),
}

/** The same when it has been read once more. */
export const readForms = {
  visitor: z.strictObject({ ...said, email, ...read }),
  member: z.strictObject({ ...said, ...read }),
}

export const changeForm = z.strictObject({ text, revision: z.coerce.number().int() })

export const flagForm = z.strictObject({
  words: z.string().default('').transform(tidy).pipe(z.string().max(mostLetters.flag, 'too-long')),
})

/** A comment with the revision and the state in which it was read, `number.revision.state`; without a state, whatever it is. */
export const asRead = `\\d{1,15}\\.\\d{1,6}(?:\\.(?:${states.join('|')}))?`

/** Comments as they were read, and what becomes of them. */
export const decideForm = z.strictObject({
  comment: z
    .array(z.string().regex(new RegExp(`^${asRead}$`)))
    .max(100)
    .default([]),
  one: z.string().optional(),
  decision: z.enum(decisions).optional(),
  back: z.string().max(300).default(''),
})

/** One comment, as it was read. */
export const decideOneForm = z.strictObject({ revision: z.coerce.number().int() })

export const ruleForm = z.strictObject({
  waits: z.enum(['first', 'all'], 'choose-one'),
  closesAfterDays: z
    .string()
    .default('')
    .transform((typed) => typed.trim())
    .refine(
      (typed) => typed === '' || (/^\d{1,4}$/.test(typed) && +typed >= 1 && +typed <= 3650),
      'comment-days',
    )
    .transform((typed) => (typed === '' ? null : Number(typed))),
})

export const closingForm = z.strictObject({ state: z.enum(['open', 'closed', 'rule']) })
