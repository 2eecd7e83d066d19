import { z } from 'zod'
import { oneLine } from '../../platform/one-line.ts'
import { whys } from './erasure.ts'

export const eraseForm = z.strictObject({
  email: z.string().transform(oneLine).pipe(z.string().min(1, 'required').max(254, 'too-long')),
  why: z.enum(whys, 'choose-one'),
})

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
