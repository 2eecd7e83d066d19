import * as z from 'zod'
import { plainLine } from '../../platform/fields.ts'
import { audiences, waysShown } from './reflection.ts'

/** Letters of a text: many pages. */
const longest = { title: 150, body: 20_000 } as const

export const writeForm = z.strictObject({
  title: plainLine(longest.title),
  body: z.string().trim().max(longest.body, 'too-long'),
  audience: z.enum(audiences, 'choose-one'),
  shownAs: z.enum(waysShown, 'choose-one'),
  base: z.coerce.number().int().positive(),
  go: z.enum(['save', 'on']).default('save'),
})

export const agreeForm = z.strictObject({ rev: z.coerce.number().int().positive() })
export const beginForm = z.strictObject({ application: z.uuid() })
