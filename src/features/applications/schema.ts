import * as z from 'zod'
import { neededLine, plainLine, wholeNumber } from '../../platform/fields.ts'
import { isInterest, sectors, stages, states } from './application.ts'
import type { Change } from './checks.ts'
import { applicationFields, type Columns, type Field, fileKinds, formerFields } from './columns.ts'
import { countryCodes, countryNamed } from './countries.ts'
import { encodings } from './encodings.ts'
import { languagesOf } from './languages.ts'
import { dropReasons } from './mends.ts'
import { askableKinds } from './questions.ts'
import { dateOrders } from './timestamps.ts'
import { zoneOf } from './zones.ts'

const id = z.uuid('not-understood')
const back = z.string().max(2000, 'too-long').optional()

const zone = neededLine(100).transform((written, c) => {
  const known = zoneOf(written)
  if (known === null) c.addIssue({ code: 'custom', message: 'bad-zone' })
  return known ?? 'UTC'
})

export const uploadForm = z.strictObject({
  kind: z.enum(fileKinds, 'choose-one'),
  zone,
  file: z
    .instanceof(File, { message: 'choose-file' })
    .refine((file) => file.size > 0 || file.name !== '', 'choose-file'),
})

const isField = (value: string): value is Field =>
  [...applicationFields, ...formerFields].some((field) => field === value) || /^own:[\da-f-]{36}$/.test(value)

/** One value a column: a field, or nothing for a column that is left out. */
const columns = z
  .array(z.string())
  .max(100)
  .transform((values): Columns => values.map((value) => (isField(value) ? value : null)))

/** How a file is to be read; lives in the address of its preview, and travels with its import. */
export const readingForm = z.strictObject({
  zone,
  dateOrder: z
    .enum(['', ...dateOrders])
    .default('')
    .transform((order) => (order === '' ? undefined : order)),
  encoding: z
    .enum(['', ...encodings])
    .default('')
    .transform((encoding) => (encoding === '' ? undefined : encoding)),
  columns: columns.optional(),
})

/** A row that did not say when it was sent, and when that was. */
export const admitForm = z.strictObject({
  row: z.coerce.number().int().min(2),
  sentAt: z.iso.datetime({ local: true, precision: -1, error: 'bad-date' }),
})

/** Fields that a form of the desk may hold; those it did hold are named in `has`. */
export const mendForm = z
  .strictObject({
    kind: z.string().max(40).default('edited'),
    back,
    has: z.string().max(400),
    email: plainLine(254).optional(),
    givenName: plainLine(200).optional(),
    familyName: plainLine(200).optional(),
    country: plainLine(200).optional(),
    zone: plainLine(100).optional(),
    workplace: plainLine(300).optional(),
    jobTitle: plainLine(300).optional(),
    sector: z.enum(['', ...sectors], 'choose-one').optional(),
    stage: z.enum(['', ...stages], 'choose-one').optional(),
    interests: z.array(z.string()).max(20).default([]),
    languages: plainLine(300).optional(),
    acceptsCode: z.enum(['yes']).optional(),
    sharesEmail: z.enum(['', 'yes', 'no'], 'choose-one').optional(),
    isConfirmed: z.enum(['yes']).optional(),
  })
  .transform((typed, c): { kind: string; back: string | undefined; change: Change } => {
    const has = new Set(typed.has.split(','))
    const change: Change = {}
    const refuse = (path: string, message: string) => c.addIssue({ code: 'custom', path: [path], message })
    for (const name of ['email', 'givenName', 'familyName', 'workplace', 'jobTitle'] as const) {
      if (has.has(name)) change[name] = typed[name] ?? ''
    }
    if (has.has('country')) {
      change.country = countryNamed(typed.country ?? '')
      if (typed.country && change.country === null) refuse('country', 'bad-country')
    }
    if (has.has('sector')) change.sector = typed.sector || null
    if (has.has('stage')) change.stage = typed.stage || null
    if (has.has('interests')) change.interests = typed.interests.filter(isInterest)
    if (has.has('languages')) change.languages = languagesOf(typed.languages ?? '')
    if (has.has('acceptsCode')) change.acceptsCode = typed.acceptsCode === 'yes'
    if (has.has('sharesEmail') && typed.sharesEmail) change.sharesEmail = typed.sharesEmail === 'yes'
    if (has.has('unconfirmedSince') && typed.isConfirmed === 'yes') change.unconfirmedSince = null
    if (has.has('zone')) {
      change.zone = zoneOf(typed.zone ?? '')
      if (change.zone === null) refuse('zone', 'bad-zone')
    }
    return { kind: typed.kind, back: typed.back, change }
  })

export const dropForm = z.strictObject({ reason: z.enum(dropReasons, 'choose-one'), back })

/** Which question: of the form that sends it, and in the address of its page. */
export const questionForm = z.strictObject({ kind: z.enum(askableKinds), back })

export const correctionForm = z.strictObject({ verdict: z.enum(['accept', 'keep']), back })

export const duplicateForm = z.strictObject({
  first: id,
  second: id,
  verdict: z.enum(['merge', 'keep-both', 'drop-earlier', 'drop-later']),
  back,
})

export const sectorForm = z.strictObject({
  back,
  group: z.string().max(500),
  sector: z.enum(sectors, 'choose-one'),
})

/** A page of obvious rows: those that were shown, and those of them that are ticked, by their keys. */
export const obviousForm = z.strictObject({
  shown: z.string().max(10_000),
  rows: z.array(z.string().max(100)).max(100).default([]),
  accept: z.enum(['all', 'page']),
  back,
})

export const undoForm = z.strictObject({ batch: id, back })

export const percentForm = z.strictObject({ percent: wholeNumber(1, 100) })

/** Filters of the list, from its address: what is not understood is left out. */
export const listQuery = z.object({
  state: z.enum(states).optional().catch(undefined),
  country: z.enum(countryCodes).optional().catch(undefined),
  sector: z.enum(sectors).optional().catch(undefined),
  /** An option of a question of the round itself that they have chosen. */
  answer: z.uuid().optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).default(1).catch(1),
})
export type ListQuery = z.infer<typeof listQuery>
