import * as z from 'zod'
import { wholeNumber } from '../../platform/fields.ts'
import { locales } from '../../platform/words.ts'
import { presets } from './scenario/presets.ts'
import { sectors, stages, wishable } from './score/applicant.ts'
import { scorerNames } from './score/scorers/index.ts'

const id = z.uuid('not-understood')

/** What the forms of the matching desk send. */
export const swapForm = z.strictObject({ with: id })
export const trioForm = z.strictObject({ person: id, middle: id })
export const personForm = z.strictObject({ person: id })
/** A hold has no second person. */
export const liftForm = z.strictObject({
  kind: z.enum(['pin', 'ban', 'hold']),
  first: id,
  second: id.optional(),
})
/** Two people to be pinned. */
export const twoForm = z.strictObject({ one: id, other: id })

/** Two people as someone types their names, or as a link has their ids. */
const typedName = z.string().trim().max(100).catch('')
export const twoTyped = z.object({ one: typedName.default(''), other: typedName.default('') })

/** Filters of the list, from its address; what is not understood is left out. */
export const pairFilter = z.object({
  /** A part of a member's name. */
  name: z.string().trim().min(1).max(100).optional().catch(undefined),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  sector: z
    .string()
    .regex(/^[a-z]+$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export const scenarioLists = ['countries', 'links', 'left'] as const
export type ScenarioList = (typeof scenarioLists)[number]

/** Which list of a scenario an address asks for. */
export const listQuery = z.object({
  of: z.enum(scenarioLists).catch('countries'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

const scenarioNumber = z.coerce.number().int().min(1).max(999_999).optional().catch(undefined)

/** Which two scenarios an address compares, and what part of the list it shows. */
export const compareFilter = pairFilter
  .omit({ name: true, sector: true })
  .extend({ one: scenarioNumber, other: scenarioNumber })

/** A whole number, or nothing. */
const wholeOrNone = (least: number, most: number, error: string) =>
  z
    .string()
    .trim()
    .refine((text) => text === '' || wholeNumber(least, most).safeParse(text).success, error)
    .transform((text) => (text === '' ? null : Number(text)))

const weight = wholeNumber(0, 100)
/** Whether a group of weights says anything; one that could not be read has words of its own. */
const isSomething = (...weights: number[]) => weights.some((one) => one !== 0)
const yesOrNo = z.enum(['yes', 'no'], 'choose-one').transform((answer) => answer === 'yes')

export const mostTitleLetters = 60

/** The form of a new scenario; its fields are named as in `Choices`. */
export const scenarioForm = z
  .strictObject({
    title: z.string().trim().max(mostTitleLetters, 'too-long'),
    scorer: z.enum(scorerNames, 'choose-one'),
    wishesShare: weight,
    interests: weight,
    sector: weight,
    stage: weight,
    hours: weight,
    languages: weight,
    region: weight,
    experience: weight,
    questions: weight,
    lessSatisfiedShare: wholeNumber(50, 100),
    enoughHours: z
      .string()
      .trim()
      .regex(/^\d{1,2}([.,][05])?$/, 'not-hours')
      .transform((text) => Number(text.replace(',', '.')))
      .refine((hours) => hours >= 1 && hours <= 14, 'not-hours'),
    worstFirst: yesOrNo,
    mostHoursApart: wholeOrNone(0, 12, 'choose-one'),
    commonLanguages: z.enum(['1', '2'], 'choose-one').transform((count) => (count === '1' ? 1 : 2)),
    oddOneOut: z.enum(['trio', 'reserve'], 'choose-one'),
    keepsPins: yesOrNo,
    keepBonus: wholeNumber(0, 10_000),
    seed: wholeOrNone(0, 999_999_999, 'bad-seed'),
  })
  .refine(
    ({ wishesShare, interests, sector, stage }) => wishesShare === 0 || isSomething(interests, sector, stage),
    {
      error: 'nothing-counts',
      path: ['interests'],
    },
  )
  .refine(
    ({ wishesShare, hours, languages, region, experience }) =>
      wishesShare === 100 || isSomething(hours, languages, region, experience),
    { error: 'nothing-counts', path: ['hours'] },
  )

const part = z.int().min(0).max(100)

/** Any part of the settings, as a file for the terminal has them; what it leaves out is as usual. */
export const settingsFile = z.strictObject({
  scorer: z.enum(scorerNames).optional(),
  weights: z
    .strictObject({
      wishesShare: part.optional(),
      wishes: z.strictObject({ interests: part, sector: part, stage: part }).partial().optional(),
      circumstances: z
        .strictObject({ hours: part, languages: part, region: part, experience: part })
        .partial()
        .optional(),
      questions: part.optional(),
      lessSatisfiedShare: z.int().min(50).max(100).optional(),
      enoughMinutes: z.int().min(1).max(1440).optional(),
    })
    .optional(),
  worstFirst: z.boolean().optional(),
  mostHoursApart: z.int().min(0).max(12).nullable().optional(),
  commonLanguages: z.union([z.literal(1), z.literal(2)]).optional(),
  oddOneOut: z.enum(['trio', 'reserve']).optional(),
  keepsPins: z.boolean().optional(),
  keepBonus: z.int().min(0).max(10_000).optional(),
})

/** The preset that an address names; what is not known is none. */
export const presetQuery = z.object({ preset: z.enum(presets).optional().catch(undefined) })

/** Numbers of the scenarios that an address wants side by side; what is not understood is left out. */
export const scenarioNumbers = (values: readonly string[]) =>
  values.filter((value) => /^\d{1,6}$/.test(value)).map(Number)

const wishWord = z.enum(['like', 'different', 'earlier', 'later', 'any'])
const twoIds = z.tuple([z.string(), z.string()])

const inEach = z.partialRecord(z.enum(locales), z.string())
const criterion = z.object({
  id: z.string(),
  kind: z.enum(['one', 'several', 'scale']),
  prefers: z.enum(['alike', 'different']),
  weight: z.int().min(1).max(100),
  isShown: z.boolean(),
  label: inEach,
  options: z.array(z.object({ id: z.string(), said: inEach })),
})

/** A scenario as it was downloaded, as far as running it again needs it; made by this program, or by none. */
export const scenarioFile = z.object({
  format: z.literal('twinleaf-scenario-1'),
  round: z.string(),
  scenario: z.int(),
  digest: z.string(),
  inputs: z.object({
    applicants: z.array(
      z.object({
        id: z.string(),
        personId: z.string(),
        addressKey: z.string(),
        country: z.string(),
        zone: z.string(),
        sector: z.enum(sectors),
        stage: z.enum(stages),
        interests: z.array(z.string()),
        languages: z.array(z.string()),
        hours: z.object({ from: z.int().min(0).max(1440), until: z.int().min(0).max(1440) }),
        wishes: z.object({ sector: wishWord, stage: wishWord, interests: wishWord }),
        dear: z.array(z.enum(wishable)).optional(),
        answers: z.record(z.string(), z.array(z.string())).optional(),
        firstTime: z.boolean(),
        takesTwo: z.boolean(),
        sharesEmail: z.boolean(),
      }),
    ),
    former: z.array(twoIds),
    again: z.array(twoIds).optional(),
    criteria: z.array(criterion).optional(),
    settings: z.object({
      scorer: z.enum(scorerNames),
      weights: z.object({
        wishesShare: part,
        wishes: z.object({ interests: part, sector: part, stage: part }),
        circumstances: z.object({ hours: part, languages: part, region: part, experience: part }),
        questions: part.optional(),
        lessSatisfiedShare: part,
        enoughMinutes: z.int().min(1).max(1440),
      }),
      worstFirst: z.boolean(),
      mostHoursApart: z.int().min(0).max(12).nullable(),
      commonLanguages: z.union([z.literal(1), z.literal(2)]),
      oddOneOut: z.enum(['trio', 'reserve']),
      keepsPins: z.boolean(),
      keepBonus: z.int().min(0).max(10_000),
    }),
    day: z.iso.date(),
    seed: z.int(),
    pins: z.array(twoIds),
    bans: z.array(twoIds),
    held: z.array(z.string()),
    keep: z.array(twoIds),
    engine: z.string(),
  }),
})
