import { z } from 'zod'
import { isDay } from '../../platform/days.ts'
import { outcomes } from './case.ts'
import { views } from './paths.ts'

/** Letters of a coordinator's note. */
export const most = { note: 2_000 } as const

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

export const assignForm = z.strictObject({
  owner: z.union([z.uuid(), z.literal('nobody')], 'required'),
  note: remark,
})

export const waitForm = z.strictObject({
  until: z.string().trim().min(1, 'required').refine(isDay, 'bad-date'),
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

export const openForm = z.strictObject({ body: text(most.note) })
