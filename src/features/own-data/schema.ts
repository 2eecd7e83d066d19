import * as z from 'zod'
import { neededLine } from '../../platform/fields.ts'
import { addressProblem } from '../applications/index.ts'
import { keepings, whys } from './erasure.ts'

export const eraseForm = z.strictObject({
  email: neededLine(254),
  why: z.enum(whys, 'choose-one'),
})

export const addressForm = z.strictObject({
  email: neededLine(254).refine((typed) => addressProblem(typed) === null, 'bad-email'),
})

/** What becomes of what readers have; not asked where they have nothing. */
export const keepingForm = z.strictObject({ keeps: z.enum(keepings, 'choose-one') })

/** An erasure as it lies beside the backups. */
export const writtenErasure = z.object({
  personId: z.uuid(),
  addressHash: z.string(),
  otherHashes: z.array(z.string()),
  askedAt: z.coerce.date(),
  erasedAt: z.coerce.date(),
  why: z.string(),
})
export type WrittenErasure = z.infer<typeof writtenErasure>
