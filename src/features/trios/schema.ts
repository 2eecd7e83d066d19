import * as z from 'zod'

export const askForm = z.strictObject({ pairing: z.uuid('not-understood') })

export const answerForm = z.strictObject({
  agrees: z.enum(['yes', 'no'], 'not-understood').transform((agrees) => agrees === 'yes'),
})
