import { z } from 'zod'
import { isDay } from '../../platform/days.ts'
import { oneLine } from '../../platform/one-line.ts'
import { daysTyped } from '../rounds/index.ts'
import { answers } from './checkin.ts'

/** Letters of what someone adds to a call for help: a sentence, and no more. */
export const mostLetters = 500

export const answerForm = z.strictObject({
  answer: z.enum(answers),
  words: z.string().default('').transform(oneLine).pipe(z.string().max(mostLetters, 'too-long')),
})

/** Each week of a long round, and some more. */
export const mostDays = 24

export const planForm = z.strictObject({
  days: daysTyped
    .refine((days) => days.every((day) => day > 0 && day < 400), 'bad-days')
    .refine((days) => days.length <= mostDays, 'too-many-days'),
})

const day = z.string().trim().min(1, 'required').refine(isDay, 'bad-date')

export const absenceForm = z.strictObject({
  from: day,
  until: day,
  tells: z.enum(['yes', 'no'], 'required').transform((tells) => tells === 'yes'),
})
