import * as z from 'zod'
import { wholeNumber } from '../../platform/fields.ts'
import { licenceOf } from '../../platform/licences.ts'
import { cleanText } from '../../platform/typed-text.ts'

const words = (most: number) =>
  z
    .string()
    .default('')
    .transform((typed) => cleanText(typed).replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(most, 'too-long'))

/** The fields of what is said about a picture. */
export const credit = {
  alt: words(400),
  caption: words(400),
  author: words(120),
  source: words(300),
  licence: z
    .string()
    .default('')
    .refine((id) => id === '' || licenceOf(id) !== null, 'choose-one'),
}

/** What is said about a picture; all of it may follow later. */
export const creditForm = z.strictObject(credit)

const file = z
  .instanceof(File, { error: 'required' })
  .refine(({ size, name }) => size > 0 || name !== '', 'required')

export const uploadForm = z.strictObject({ picture: file, ...credit })
export const replaceForm = z.strictObject({ picture: file })

const coordinate = z.coerce.number().min(0).max(10_000)

/** A press on the picture says where in pixels; the form below it, in percent. */
export const pressForm = z.strictObject({ 'focus.x': coordinate, 'focus.y': coordinate })
export const focusForm = z.strictObject({ left: wholeNumber(0, 100), top: wholeNumber(0, 100) })

/** What the library is narrowed to; anything else counts as nothing. */
export const filterOf = (query: Record<string, string | undefined>) => ({
  text: cleanText(query.q ?? '')
    .trim()
    .slice(0, 100),
  licence: licenceOf(query.licence ?? '')?.id ?? '',
  lacks: lackings.find((lacking) => lacking === query.lacks) ?? ('' as const),
})

const lackings = ['alt', 'credit'] as const
export type LibraryFilter = ReturnType<typeof filterOf>
