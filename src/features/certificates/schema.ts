import * as z from 'zod'
import { neededLine, wholeNumber } from '../../platform/fields.ts'

/** Letters of a name as it is to be written. */
const mostNameLetters = 100
/** Letters of why a certificate is withdrawn. */
const mostWhyLetters = 500

export const nameForm = z.strictObject({
  name: neededLine(mostNameLetters),
})

export const ruleForm = z.strictObject({
  checkIns: wholeNumber(0, 12),
  endSurvey: z.enum(['yes', 'no'], 'required').transform((said) => said === 'yes'),
})

export const withdrawForm = z.strictObject({
  why: z.string().trim().min(1, 'required').max(mostWhyLetters, 'too-long'),
})
