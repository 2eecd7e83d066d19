import * as z from 'zod'
import { instantTyped } from '../../platform/days.ts'
import { neededLine, onceField, plainLine } from '../../platform/fields.ts'
import { cleanText } from '../../platform/typed-text.ts'
import { locales } from '../../platform/words.ts'
import { comingTime } from '../posts/index.ts'
import { askForm } from '../subscribers/index.ts'
import { audiences, longest, mostPosts } from './issue.ts'
import { rhythms, usualRhythm } from './rhythm.ts'

const rhythm = z.enum(rhythms, 'choose-one')
const locale = z.enum(locales, 'choose-one')

/** Below a post only the address is asked for. */
export const subscribeForm = askForm.extend({
  rhythm: rhythm.default(usualRhythm),
  locale: locale.optional(),
})

export const changeForm = z.strictObject({ rhythm, locale })

export const beginForm = z.strictObject({ once: onceField })

export const textForm = z.strictObject({
  subject: neededLine(longest.subject),
  preview: plainLine(longest.preview).default(''),
  welcome: z.string().default('').transform(cleanText).pipe(z.string().max(longest.welcome, 'too-long')),
  revision: z.coerce.number().int(),
})

export const audienceForm = z.strictObject({ audience: z.enum(audiences) })
export const addForm = z.strictObject({
  postId: z
    .array(z.uuid())
    .max(mostPosts * 5)
    .default([]),
})
export const moveForm = z.strictObject({ postId: z.uuid(), to: z.enum(['up', 'down', 'out']) })

/** When an issue leaves: a time to come on the clock of who decides; empty for at once. */
export const decideForm = (zone: string, now: Date) =>
  z.strictObject({
    at: z
      .literal('')
      .transform(() => null)
      .or(comingTime((typed) => instantTyped(typed, zone), now, 'issue-time-past')),
    revision: z.coerce.number().int(),
  })
