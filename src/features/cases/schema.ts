import * as z from 'zod'
import { neededDay } from '../../platform/fields.ts'
import { kinds, ladders, outcomes } from './case.ts'
import { nudgers } from './ladder.ts'
import { views } from './paths.ts'

/** Letters of a coordinator's note, of an email, and of what somebody reports. */
const most = { note: 2_000, subject: 150, mail: 5_000, report: 10_000 } as const

const text = (max: number) => z.string().trim().min(1, 'required').max(max, 'too-long')
const remark = z.string().trim().max(most.note, 'too-long').default('')

export const queueQuery = z.object({
  view: z.enum(views).catch('open').default('open'),
  round: z
    .string()
    .regex(/^\d{4}[A-Za-z]$/)
    .optional()
    .catch(undefined),
})

export const noteForm = z.strictObject({ body: text(most.note) })

const somebody = z.union([z.uuid(), z.literal('nobody')], 'required')

export const takeForm = z.strictObject({ from: somebody.optional() })

export const assignForm = z.strictObject({
  owner: somebody,
  note: remark,
})

export const waitForm = z.strictObject({
  until: neededDay,
  note: remark,
})

export const closeForm = z.strictObject({ outcome: z.enum(outcomes, 'choose-outcome'), note: remark })

/** Who leaves the round when the pairing ends: ids of applications, one after the other, or `nobody`. */
export const partForm = z.strictObject({
  leaving: z
    .string('choose-who-leaves')
    .regex(/^(nobody|[0-9a-f-]{36}( [0-9a-f-]{36}){0,2})$/, 'choose-who-leaves')
    .transform((ids) => (ids === 'nobody' ? [] : ids.split(' '))),
})

/** Numbers of cases whose pairings end; and whether people are told. */
export const togetherForm = z.strictObject({
  case: z.array(z.coerce.number().int().positive()).default([]),
  tell: z.array(z.literal('yes')).default([]),
})

export const openForm = z.strictObject({ body: text(most.note) })

/** @param once tells a form that is sent twice from two emails */
export const mailForm = z.strictObject({
  once: z.uuid('not-understood'),
  subject: text(most.subject).refine((line) => !line.includes('\n'), 'not-understood'),
  text: text(most.mail),
})

const days = z
  .string()
  .trim()
  .regex(/^\d{1,2}$/, 'bad-step-days')
  .transform(Number)
  .refine((number) => number > 0 && number <= 60, 'bad-step-days')

/** A field for each step of each kind: `silence-0`. */
export const ladderForm = z.strictObject({
  nudges: z.enum(nudgers, 'required'),
  ...Object.fromEntries(
    kinds.flatMap((kind) => ladders[kind].map((_step, rung) => [`${kind}-${rung}`, days] as const)),
  ),
})

export const reportForm = z.strictObject({
  once: z.uuid('not-understood'),
  about: z.string('choose-whom').regex(/^[0-9a-f-]{36} [0-9a-f-]{36}$/, 'choose-whom'),
  body: text(most.report),
  barred: z.array(z.uuid('not-understood')).default([]),
})
