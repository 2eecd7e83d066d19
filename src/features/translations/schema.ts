import * as z from 'zod'
import { oneLine } from '../../platform/one-line.ts'

/** All sentences of a language are three megabytes. */
export const mostMegabytes = 12

export const checkForm = z.strictObject({
  file: z
    .instanceof(File, { error: 'required' })
    .refine(({ size, name }) => size > 0 || name !== '', 'required')
    .refine(({ size }) => size <= mostMegabytes * 1_000_000, 'too-large'),
})

/** What is looked for among the sentences. */
export const soughtIn = (query: string | undefined): string => oneLine(query ?? '').slice(0, 100)
