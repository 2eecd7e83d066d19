import * as z from 'zod'
import {
  dayIn,
  daysBetween,
  instantAt,
  instantTyped,
  isDay,
  isLocalTime,
  isZone,
} from '../../platform/days.ts'
import { neededDay, plainLine } from '../../platform/fields.ts'
import type { RoundPlan } from './round.ts'

/** One line: titles stand in the subjects of mails. Empty for a round that is called by its code. */
const title = plainLine(120)
const localTime = z.string().trim().min(1, 'required').refine(isLocalTime, 'bad-date')

const roundCode = z
  .string()
  .trim()
  .toUpperCase()
  .min(1, 'required')
  .regex(/^[0-9]{4}[A-Z]$/, 'bad-code')

/** "0, 14, 28": the days that somebody typed, in order; what is no number is NaN. */
export const daysTyped = z.string().trim().transform(daysIn)

/** What the form of a round sends; times are those of the clock in `zone`. */
const typedRound = z.strictObject({
  code: roundCode,
  title,
  zone: z.string().trim().min(1, 'required').refine(isZone, 'bad-zone'),
  applyFrom: localTime,
  applyUntil: localTime,
  startsOn: neededDay,
  endsOn: neededDay,
  capPercent: z
    .string()
    .trim()
    .regex(/^[0-9]{1,3}$/, 'bad-number')
    .transform(Number)
    .refine((n) => n >= 1 && n <= 100, 'bad-percent'),
  topicDays: daysTyped.refine((days) => days.length > 0 && areDays(days), 'bad-days'),
})

/** @returns the plan of a round, with instants; codes of what is wrong otherwise. */
export const roundForm = typedRound
  // What is out of order is said in one wave with what cannot be read, as far as both sides of it can.
  .superRefine(sayDisorder, { when: () => true })
  .transform(
    (typed): RoundPlan => ({
      ...typed,
      applyFrom: instantAt(typed.applyFrom, typed.zone),
      applyUntil: instantAt(typed.applyUntil, typed.zone),
    }),
  )

function sayDisorder(typed: z.infer<typeof typedRound>, context: z.RefinementCtx): void {
  const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  const { zone, startsOn, endsOn, topicDays } = typed
  const read = (local: string) => (isZone(zone) ? instantTyped(local, zone) : null)
  const [opening, deadline] = [read(typed.applyFrom), read(typed.applyUntil)]
  if (opening && deadline && opening >= deadline) wrong('applyUntil', 'before-opening')
  if (!isDay(startsOn)) return
  // By the round's clock, which people read, and by UTC, which the table asks for.
  if (deadline && [zone, 'UTC'].some((clock) => dayIn(deadline, clock) > startsOn))
    wrong('startsOn', 'before-deadline')
  if (!isDay(endsOn)) return
  const lastDay = daysBetween(startsOn, endsOn)
  if (lastDay <= 0) wrong('endsOn', 'before-start')
  else if (Array.isArray(topicDays) && topicDays.some((n) => n > lastDay)) wrong('topicDays', 'after-end')
}

/** What the form of a clone sends. */
export const cloneForm = z.strictObject({
  code: roundCode,
  startsOn: neededDay,
})

/** "0, 14, 28": whole numbers with commas of any script or spaces between; anything else becomes NaN. */
function daysIn(value: string): number[] {
  const parts = value.split(/[\s,،，、]+/).filter(Boolean)
  return [...new Set(parts.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : Number.NaN)))].sort(
    (a, b) => a - b,
  )
}

function areDays(days: number[]): boolean {
  return days.every((n) => n >= 0)
}
