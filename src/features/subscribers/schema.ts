import * as z from 'zod'
import { neededLine } from '../../platform/fields.ts'
import { addressProblem } from '../applications/index.ts'

export const askForm = z.strictObject({
  email: neededLine(254).refine((text) => addressProblem(text) === null, 'bad-email'),
})
