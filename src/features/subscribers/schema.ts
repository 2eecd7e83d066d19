import { z } from 'zod'
import { oneLine } from '../../platform/one-line.ts'
import { addressProblem } from '../applications/index.ts'

export const askForm = z.strictObject({
  email: z
    .string()
    .transform(oneLine)
    .pipe(z.string().min(1, 'required').max(254, 'too-long'))
    .refine((text) => addressProblem(text) === null, 'bad-email'),
})
