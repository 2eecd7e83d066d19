import * as z from 'zod'

const id = z.uuid('not-understood')

/** The number of the scenario that the confirm page showed, so that nothing else is released. */
export const releaseForm = z.strictObject({
  scenario: z
    .string()
    .regex(/^\d{1,6}$/, 'not-understood')
    .transform(Number),
  agreed: z.literal('yes', 'tick-to-release'),
})

/** Who leaves the round when a pairing ends: ids of applications, one after the other, or `nobody`. */
export const partForm = z.strictObject({
  leaving: z
    .string('choose-who-leaves')
    .regex(/^(nobody|[0-9a-f-]{36}( [0-9a-f-]{36}){0,2})$/, 'choose-who-leaves')
    .transform((text) => (text === 'nobody' ? [] : text.split(' '))),
})

/** The search for a pairing, from the address. */
export const rematchQuery = z.object({ q: z.string().trim().max(200).catch('').default('') })

const mostNoteLetters = 2000

export const noteForm = z.strictObject({
  pairing: id,
  to: id,
  note: z.string().trim().min(1, 'required').max(mostNoteLetters, 'too-long'),
})
