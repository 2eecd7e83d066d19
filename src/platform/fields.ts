import * as z from 'zod'
import { isDay } from './days.ts'
import { oneLine } from './one-line.ts'

/** A field of one line, of so many characters at most: what stands in lists and in the headers of mails. */
export const plainLine = (most: number) =>
  z.string().transform(oneLine).pipe(z.string().max(most, 'too-long'))

/** The same, which is not left empty. */
export const neededLine = (most: number) =>
  z.string().transform(oneLine).pipe(z.string().min(1, 'required').max(most, 'too-long'))

/** A whole number from one to another; what is none, or beyond, is told with both. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .trim()
    .refine(
      (typed) => /^\d{1,9}$/.test(typed) && +typed >= least && +typed <= most,
      `between ${least} ${most}`,
    )
    .transform(Number)

/** A day; null where it is left empty. */
export const dayOrNone = z.union(
  [z.literal('').transform(() => null), z.string().refine(isDay, 'bad-date')],
  'bad-date',
)

/** A day, which is not left empty. */
export const neededDay = z.string().trim().min(1, 'required').refine(isDay, 'bad-date')

/** The number that a page gives a form that makes something, as `Form` sends it along. */
export const onceField = z.uuid('not-understood').optional()
