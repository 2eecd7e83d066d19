import countries from 'i18n-iso-countries/index.js'
import * as z from 'zod'
import { isDay, isZone } from '../../platform/days.ts'
import { dayOrNone, neededLine } from '../../platform/fields.ts'
import { Unacceptable } from '../../platform/refusals.ts'
import { locales } from '../../platform/words.ts'
import { roles } from './actor.ts'

/** Letters of every script; whether the mailbox is there, only a mail can tell. */
const email = neededLine(254).refine(
  (text) => /^[^\s@,;:<>()[\]"\\]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/u.test(text),
  'bad-email',
)
const name = neededLine(120)
const locale = z.enum(locales, 'choose-one')
const zone = z.string().trim().min(1, 'required').refine(isZone, 'bad-zone')
const day = z.string().refine(isDay, 'bad-date')

/** Codes in an app show a space in the middle; people type what they see. */
const code = z.string().trim().min(1, 'required').max(40, 'too-long')

export const signInForm = z.strictObject({ email, next: z.string().max(2000).default('') })
export const useLinkForm = z.strictObject({ next: z.string().max(2000).default('') })
export const codeForm = z.strictObject({ code, next: z.string().max(2000).default('') })
export const firstCodeForm = z.strictObject({ code })

export const accountForm = z.strictObject({ name, givenName: name, locale, zone })
export const emailForm = z.strictObject({ email })
export const mailChoiceForm = z.strictObject({ topics: z.enum(['yes', 'no'], 'choose-one') })

export const newPersonForm = z.strictObject({ name, email, locale })

const country = z.string().refine((code) => Object.hasOwn(countries.getAlpha2Codes(), code), 'choose-one')

/** A role from its first to its last day; ambassadors speak for a country. */
export const grantForm = z
  .strictObject({
    role: z.enum(roles, 'choose-one'),
    country: z.union([z.literal('').transform(() => null), country]),
    startsOn: day,
    endsOn: dayOrNone,
  })
  .superRefine(
    ({ role, country, startsOn, endsOn }, context) => {
      const wrong = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (role === 'ambassador' && country === null) wrong('country', 'needs-country')
      if (roles.includes(role) && role !== 'ambassador' && country !== null) wrong('country', 'no-country')
      if (endsOn && isDay(startsOn) && endsOn < startsOn) wrong('endsOn', 'ends-before-start')
    },
    // In one wave with what cannot be read.
    { when: () => true },
  )

export const endGrantForm = z.strictObject({ endsOn: day })
export const settingsForm = z.strictObject({ requireSecondFactor: z.enum(['yes', 'no'], 'choose-one') })

/** What was typed at the terminal. @throws Unacceptable `bad-option`, naming the first that cannot be taken */
export function parsed<Value>(schema: z.ZodType<Value>, typed: unknown): Value {
  const { success, data, error } = schema.safeParse(typed)
  if (success) return data
  throw new Unacceptable('bad-option', { option: String(error.issues[0]?.path[0] ?? '') })
}
