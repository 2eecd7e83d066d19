import * as z from 'zod'
import { neededLine } from '../../platform/fields.ts'

/** Letters of a name as it is to be written. */
export const mostNameLetters = 100
/** Letters of why a certificate is withdrawn. */
const mostWhyLetters = 500

export const nameForm = z.strictObject({
  name: neededLine(mostNameLetters),
})

export const ruleForm = z.strictObject({
  checkIns: z.coerce
    .number('not-understood')
    .int('not-understood')
    .min(0, 'not-understood')
    .max(12, 'not-understood'),
  endSurvey: z.enum(['yes', 'no'], 'required').transform((said) => said === 'yes'),
})

export const withdrawForm = z.strictObject({
  why: z.string().trim().min(1, 'required').max(mostWhyLetters, 'too-long'),
})
