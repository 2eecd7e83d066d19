import { z } from 'zod'
import { cleanText } from '../../platform/markdown.ts'

/** One line: spaces and line breaks become single spaces. */
export const line = (most: number) =>
  z
    .string()
    .transform((typed) => cleanText(typed).replace(/\s+/g, ' ').trim())
    .refine((text) => text.length <= most, 'too-long')
/** A text of several lines. */
export const sheet = (most: number) =>
  z
    .string()
    .transform((typed) => cleanText(typed).trim())
    .refine((text) => text.length <= most, 'too-long')
/** A time to come, as it is typed. @param read null for what is no time @param past code for one that has passed */
export const comingTime = (read: (typed: string) => Date | null, now: Date, past: string) =>
  z
    .string()
    .trim()
    .min(1, 'required')
    .transform((typed, context) => {
      const at = read(typed)
      if (at === null) context.addIssue({ code: 'custom', message: 'bad-date' })
      else if (at <= now) context.addIssue({ code: 'custom', message: past })
      return at ?? now
    })

/** Lines of a box, without the list marks that people type. */
export const linesOf = (typed: string): string[] =>
  typed
    .split(/\r?\n/)
    .map((one) => one.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim())
    .filter((one) => one !== '')
