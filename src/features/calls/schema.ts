import * as z from 'zod'
import { neededDay, neededLine, plainLine } from '../../platform/fields.ts'
import { parsedForm, type Typed } from '../../platform/forms.ts'
import { locales } from '../../platform/words.ts'
import {
  addressProblem,
  countryCodes,
  type FormAnswers,
  interests,
  languageCodes,
  mostInterests,
  sectors,
  stages,
  usualTimes,
  wishables,
  zonesOfCountry,
} from '../applications/index.ts'
import { fieldNames, listNames as ownListNames, problemsIn, type Question } from '../questions/index.ts'
import {
  type FormPage,
  fieldsOf,
  listNames,
  pagesOf,
  textIn,
  type UsualPage,
  usualPages,
  type Values,
} from './draft.ts'
import { consentWays, longestVoice } from './voice.ts'

const line = (most: number) => z.string().default('').pipe(plainLine(most))
const needed = (most: number) => z.string().default('').pipe(neededLine(most))

/** As long as somebody may want to write; a hint says how much is plenty. */
const freeText = z.string().trim().max(10_000, 'too-long').default('')

/** One that a mail can reach: what the cleaning desk would ask about is asked here. */
const address = needed(254).pipe(z.string().refine((text) => addressProblem(text) === null, 'bad-email'))

const language = z.enum(languageCodes, 'choose-one')
const noneOr = <Kind extends z.ZodType<string>>(kind: Kind) => z.union([z.literal(''), kind]).default('')
const comfort = z.enum(['talk', 'write']).default('talk')
const plainWish = z.enum(['like', 'different', 'any'], 'choose-one')

const pageForms = {
  you: z.strictObject({ name: needed(120), email: address, country: z.enum(countryCodes, 'choose-one') }),
  work: z.strictObject({
    workplace: needed(200),
    jobTitle: line(200),
    sector: z.enum(sectors, 'choose-one'),
    stage: z.enum(stages, 'choose-one'),
    interests: z
      .array(z.enum(interests))
      .min(1, 'choose-some')
      .max(mostInterests, 'many-interests')
      .prefault([]),
  }),
  talking: z.strictObject({
    language1: language,
    comfort1: comfort,
    language2: noneOr(language),
    comfort2: comfort,
    language3: noneOr(language),
    comfort3: comfort,
    zone: line(60),
    times: z.array(z.enum(usualTimes)).min(1, 'no-time').prefault([]),
    sharesEmail: z.enum(['yes', 'no'], 'choose-one'),
  }),
  partner: z.strictObject({
    about: freeText.pipe(z.string().min(1, 'required')),
    wishSector: plainWish,
    wishStage: z.enum(['like', 'different', 'earlier', 'later', 'any'], 'choose-one'),
    wishInterests: plainWish,
    dear: z.array(z.enum(wishables)).prefault([]),
    again: z.array(z.uuid()).prefault([]),
    wishNote: freeText,
    takesTwo: z.array(z.literal('yes')).prefault([]),
  }),
}

type Parsed = { [Page in UsualPage]: z.infer<(typeof pageForms)[Page]> }

/** What a round asks of its own. */
type Own = readonly Question[]

/** The names of the fields of a page. */
export const namesOn = (page: FormPage, own: Own): readonly string[] =>
  page === 'more' ? fieldNames(own) : fieldsOf[page]

/** A page of which nothing is filled in: boxes that are not ticked send nothing, and say so by it. */
export function emptyOn(page: FormPage, own: Own): Values {
  const lists = [...listNames, ...ownListNames(own)]
  return Object.fromEntries(namesOn(page, own).map((name) => [name, lists.includes(name) ? [] : '']))
}

/** The part of some values that belongs to a page. */
export function valuesOn(page: FormPage, values: Values, own: Own): Values {
  const names = namesOn(page, own)
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)))
}

/** Codes of what is wrong on a page, by field; empty when it is as it should be. */
export function errorsOn(page: FormPage, values: Values, own: Own): Record<string, string> {
  if (page === 'more') return problemsIn(own, values)
  const parsed = parsedForm<unknown>(pageForms[page], typedOn(page, values))
  const errors = parsed.ok ? {} : parsed.errors
  if (page === 'talking' && textIn(values, 'country') !== '' && zoneIn(values) === null)
    errors.zone = 'choose-one'
  return errors
}

const typedOn = (page: UsualPage, values: Values): Typed =>
  Object.fromEntries(
    Object.entries(valuesOn(page, values, [])).map(([name, value]) => [
      name,
      listNames.includes(name) ? [value].flat() : String(value),
    ]),
  )

/** The zone in which someone lives, by their answers; null where these leave it open. */
export function zoneIn(values: Values): string | null {
  const zones = textIn(values, 'country') === '' ? [] : zonesOfCountry(textIn(values, 'country'))
  const [only] = zones
  return zones.length === 1 ? (only ?? null) : (zones.find((zone) => zone === values.zone) ?? null)
}

/** The pages on which something is missing or wrong, in their order. */
export const unfinishedPages = (values: Values, own: Own): FormPage[] =>
  pagesOf(own).filter((page) => isUnfinished(page, values, own))

/** The first of them; none is looked at after it. */
export const firstUnfinished = (values: Values, own: Own): FormPage | undefined =>
  pagesOf(own).find((page) => isUnfinished(page, values, own))

const isUnfinished = (page: FormPage, values: Values, own: Own) =>
  Object.keys(errorsOn(page, values, own)).length > 0

/** What the form does not ask: see `FormAnswers`. */
type Known = { countryWritten: string; formerRounds: string[]; codeVersion: string }

/** The answers to what every round asks, of a form on which nothing is missing. @throws ZodError otherwise */
export function answersFrom(values: Values, known: Known): FormAnswers {
  const { you, work, talking, partner } = Object.fromEntries(
    usualPages.map((page) => [page, pageForms[page].parse(typedOn(page, values))]),
  ) as Parsed
  const [givenName = '', ...familyNames] = you.name.split(' ')
  return {
    ...known,
    ...{ email: you.email, givenName, familyName: familyNames.join(' '), country: you.country },
    ...{ ...work, sectorWritten: '' },
    zone: zoneIn(values) ?? 'UTC',
    ...languagesIn(talking),
    usualTimes: talking.times,
    sharesEmail: talking.sharesEmail === 'yes',
    sharesEmailWritten: '',
    ...{ about: partner.about, links: '', heardFrom: '' },
    wishSector: partner.wishSector,
    wishStage: partner.wishStage,
    wishInterests: partner.wishInterests,
    dearWishes: partner.dear,
    wishNote: partner.wishNote,
    takesTwo: partner.takesTwo.length > 0,
    acceptsCode: true,
    acceptsCodeWritten: '',
  }
}

function languagesIn(talking: Parsed['talking']) {
  const { language1, language2, language3, comfort1, comfort2, comfort3 } = talking
  const rows = [
    [language1, comfort1],
    [language2, comfort2],
    [language3, comfort3],
  ] as const
  const named = rows.filter(([code], at) => code !== '' && rows.findIndex(([other]) => other === code) === at)
  return {
    languages: named.map(([code]) => code),
    languagesToWrite: named.filter(([, how]) => how === 'write').map(([code]) => code),
  }
}

/** What travels with each page: see `Saved`; where the button leads; and which short address led to the form. */
export const travelling = z.object({
  rev: z.coerce.number().int().min(0).max(1e9).catch(0),
  writer: z.string().max(40).catch(''),
  seq: z.coerce.number().int().min(0).max(1e9).catch(0),
  go: z.enum(['on', 'later', 'check']).catch('on'),
  via: z.string().max(6).catch(''),
})
export const travellingNames = ['rev', 'writer', 'seq', 'go', 'via', 'device'] as const

export const sendForm = z.strictObject({
  /** The version that was on the page. */
  acceptsCode: z.tuple([z.string().max(20)]),
})
/** Whether an application that came with one's address is one's own. */
export const claimForm = z.strictObject({ id: z.uuid(), isMine: z.enum(['yes', 'no']) })
export const mailForm = z.strictObject({ email: address })

/** What a participant says of a round, as the office enters it. */
export const voiceForm = z.strictObject({
  email: needed(254),
  text: needed(longestVoice.text),
  locale: z.enum(locales, 'choose-one'),
  signed: needed(longestVoice.signed),
  consentHow: z.enum(consentWays, 'choose-one'),
  consentOn: neededDay,
})
