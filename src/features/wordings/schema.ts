import * as z from 'zod'
import { plainLine } from '../../platform/fields.ts'
import { mayHaveLines, withApostrophes } from './wording.ts'

/** Buttons of the form; the last two name the sentence that they are about. */
const acts = /^(preview|beside|save|(?:ours|keep):[\w.-]+)$/

const lines = (typed: string) =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()

/** An email's sentences, each by its key; an empty one is said as it comes. */
export const emailForm = (keys: readonly string[]) =>
  z.strictObject({
    act: z.string().regex(acts),
    /** The revisions that the sentences were begun from, in their order. */
    bases: z.string().regex(/^\d{1,6}( \d{1,6})*$/),
    person: plainLine(200),
    ...Object.fromEntries(keys.map((key) => [key, sentence(key)])),
  }) as unknown as z.ZodType<EmailForm>

export type EmailForm = { act: string; bases: string; person: string } & Record<string, string>

/** Signs that turn its direction are kept until they are refused by name; nobody sees them go otherwise. */
const sentence = (key: string) =>
  z.string().transform((typed) => {
    const text = withApostrophes(typed)
    return mayHaveLines(key) ? lines(text) : text.replace(/\s+/g, ' ').trim()
  })

/** A file of sentences: a text for each by its name, `pairings:intro.ice.1`. */
export const wordingFile = z.record(z.string(), z.string())
