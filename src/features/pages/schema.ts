import * as z from 'zod'
import { oneLine } from '../../platform/one-line.ts'
import { cleanText, isTangled } from '../../platform/typed-text.ts'
import type { PageName } from './page.ts'
import { unknownIn } from './placeholders.ts'

/** In characters. */
export const longest = { title: 120, body: 40_000 } as const

const known = (text: string) => unknownIn(text).length === 0

const text = {
  title: z
    .string()
    .transform(oneLine)
    .pipe(z.string().min(1, 'required').max(longest.title, 'too-long').refine(known, 'unknown-placeholder')),
  body: z
    .string()
    .transform((typed) => cleanText(typed).trim())
    .pipe(
      z
        .string()
        .min(1, 'required')
        .max(longest.body, 'too-long')
        .refine((typed) => !isTangled(typed), 'tangled')
        .refine(known, 'unknown-placeholder'),
    ),
  /** The revision that the text was begun from. */
  base: z.coerce.number().int().min(0).max(1_000_000),
  act: z.enum(['preview', 'publish']),
}

/** What the form of a page sends. Whether people accept anew is asked of the code of conduct alone. */
export const pageForm = (page: PageName) =>
  z
    .strictObject({
      ...text,
      change: page === 'code-of-conduct' ? z.enum(['same', 'new']).optional() : z.never().optional(),
    })
    .superRefine(
      ({ act, change }, context) => {
        if (page === 'code-of-conduct' && act === 'publish' && !change)
          context.addIssue({ code: 'custom', path: ['change'], message: 'choose-one' })
      },
      { when: () => true },
    )
