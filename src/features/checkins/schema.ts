import * as z from 'zod'
import { neededDay, plainLine } from '../../platform/fields.ts'
import { daysTyped } from '../rounds/index.ts'
import { answers } from './checkin.ts'

/** Letters of what someone adds to a call for help: a sentence, and no more. */
const mostLetters = 500

export const answerForm = z.strictObject({
  answer: z.enum(answers),
  words: z.string().default('').pipe(plainLine(mostLetters)),
})

/** Each week of a long round, and some more. */
export const mostDays = 24

export const planForm = z.strictObject({
  days: daysTyped
    .refine((days) => days.every((day) => day > 0 && day < 400), 'bad-days')
    .refine((days) => days.length <= mostDays, 'too-many-days'),
})

export const absenceForm = z.strictObject({
  from: neededDay,
  until: neededDay,
  tells: z.enum(['yes', 'no'], 'required').transform((tells) => tells === 'yes'),
})
