import { z } from 'zod'

const id = z.uuid('not-understood')

/** What the forms of the matching desk send. */
export const swapForm = z.strictObject({ with: id })
export const trioForm = z.strictObject({ person: id, middle: id })
export const personForm = z.strictObject({ person: id })
/** A hold has no second person. */
export const liftForm = z.strictObject({
  kind: z.enum(['pin', 'ban', 'hold']),
  first: id,
  second: id.optional(),
})
export const emptyForm = z.strictObject({})

/** The number of the scenario that the confirm page showed, so that nothing else is released. */
export const releaseForm = z.strictObject({
  scenario: z
    .string()
    .regex(/^\d{1,6}$/, 'not-understood')
    .transform(Number),
  agreed: z.literal('yes', 'tick-to-release'),
})

export const mostNoteLetters = 2000

export const noteForm = z.strictObject({
  pairing: id,
  to: id,
  note: z.string().trim().min(1, 'required').max(mostNoteLetters, 'too-long'),
})

/** Filters of the list, from its address; what is not understood is left out. */
export const pairFilter = z.object({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  sector: z
    .string()
    .regex(/^[a-z]+$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
