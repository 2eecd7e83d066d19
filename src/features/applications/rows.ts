import { oneLine } from '../../platform/one-line.ts'
import { type Answers, type PlainWish, type Sector, sectors, type Wish } from './application.ts'
import { interestsOf, stageOf, wishOf } from './choices.ts'
import type { Columns, Field } from './columns.ts'
import { countryOf } from './countries.ts'
import { unreadable } from './garbled.ts'
import { languagesOf } from './languages.ts'
import { isTitle, namesIn } from './names.ts'
import { sectorOf } from './sectors.ts'
import { type DateOrder, instantOf } from './timestamps.ts'
import { yesOf } from './yes-no.ts'
import { countryOfZone, zoneOf } from './zones.ts'

/** How the cells of a file are to be read. */
export type Reading = {
  columns: Columns
  dateOrder: DateOrder /** IANA zone of the file's clock. */
  zone: string
}

/** Why no application can be made of a row; every other doubt is for the desk. */
const rowProblems = ['bad-time', 'nobody'] as const
export type RowProblem = (typeof rowProblems)[number]

export type RowResult = { ok: true; submittedAt: Date; answers: Answers } | { ok: false; problem: RowProblem }

/** Makes an application of a row. Nothing that was written is lost: what is not understood is kept in its words. */
export function readRow(cells: readonly string[], reading: Reading): RowResult {
  const cell = cellReader(cells, reading.columns)
  const answers = answersOf(cell)
  if (answers.email === '' && answers.givenName === '' && answers.familyName === '')
    return { ok: false, problem: 'nobody' }
  const submittedAt = instantOf(cell('submittedAt'), reading.dateOrder, reading.zone)
  return submittedAt ? { ok: true, submittedAt, answers } : { ok: false, problem: 'bad-time' }
}

/** The answers of a row whose time is known from elsewhere. */
export const answersIn = (cells: readonly string[], columns: Columns): Answers =>
  answersOf(cellReader(cells, columns))

/**
 * What makes a row the same row in a later export of the form: when it was sent and by whom. Columns may have been
 * moved, renamed or added in between.
 */
export function rowIdentity(cells: readonly string[], columns: Columns): string {
  const cell = cellReader(cells, columns)
  const parts = (
    ['submittedAt', 'email', 'givenName', 'familyName', 'fullName', 'round', 'first', 'second'] as const
  ).map(cell)
  return JSON.stringify(parts.map((part) => part.normalize('NFC').replace(/\s+/g, ' ')))
}

type CellReader = (field: Field) => string

function cellReader(cells: readonly string[], columns: Columns): CellReader {
  return (field) => {
    const at = columns.indexOf(field)
    return at < 0 ? '' : printable(cells[at] ?? '')
  }
}

/** PostgreSQL holds no NUL, and no page shows control characters; those above 127 are letters that were not understood. */
const printable = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0080-\u009f]/g, (c) => (c === '\u0085' ? '\n' : unreadable))
    .replace(/[\p{Cc}\ufeff]/gu, (c) => (c === '\n' || c === '\t' ? c : ''))
    .trim()

function answersOf(cell: CellReader): Answers {
  const { zone, country } = placeOf(cell)
  const wishes = wishesOf(cell)
  return {
    email: oneLine(cell('email')),
    ...namesOf(cell),
    country,
    countryWritten: cell('country'),
    zone,
    workplace: cell('workplace'),
    jobTitle: cell('jobTitle'),
    sector: sectorWritten(cell('sector')),
    sectorWritten: cell('sector'),
    stage: stageOf(cell('stage')),
    interests: interestsOf(cell('interests')),
    languages: languagesOf(cell('languages')),
    about: cell('about'),
    links: cell('links'),
    ...wishes,
    formerRounds:
      cell('formerRounds')
        .toUpperCase()
        .match(/\b\d{4}[A-Z]\b/g) ?? [],
    heardFrom: cell('heardFrom'),
    acceptsCode: yesOf(cell('acceptsCode')) === true,
    acceptsCodeWritten: cell('acceptsCode'),
    sharesEmail: yesOf(cell('sharesEmail')),
    sharesEmailWritten: cell('sharesEmail'),
    takesTwo: yesOf(cell('takesTwo')) === true,
  }
}

/** A city of one name may be in another country: "San Juan" of Puerto Rico is not the one whose zone is called so. */
function placeOf(cell: CellReader): Pick<Answers, 'zone' | 'country'> {
  const zone = zoneOf(cell('zone'))
  const zoneCountry = zone && countryOfZone(zone)
  const country = countryOf(cell('country'), zoneCountry).code
  const isElsewhere = zoneCountry !== null && country !== null && zoneCountry !== country
  return { zone: isElsewhere && !cell('zone').includes('/') ? null : zone, country }
}

function namesOf(cell: CellReader): { givenName: string; familyName: string } {
  const given = oneLine(cell('givenName'))
  const family = oneLine(cell('familyName'))
  if (family === '' && given.includes(',')) return namesIn(given)
  if (given === '' && family === '') return namesIn(oneLine(cell('fullName')))
  return { givenName: isTitle(given) ? '' : given, familyName: family }
}

/** An exact code of ours, as in our own export, or an answer of the form. */
const sectorWritten = (written: string): Sector | null =>
  sectors.find((code) => code === written) ?? sectorOf(written)

/** A wish that is none of the choices is added to the note for the person who matches. */
function wishesOf(
  cell: CellReader,
): Pick<Answers, 'wishSector' | 'wishStage' | 'wishInterests' | 'wishNote'> {
  const fields = ['wishSector', 'wishStage', 'wishInterests'] as const
  const unread = [
    ...fields.map(cell).filter((written) => wishOf(written) === null),
    ...[cell('takesTwo')].filter((written) => yesOf(written) === null),
  ]
  return {
    wishSector: plainWish(wishOf(cell('wishSector'))),
    wishStage: wishOf(cell('wishStage')) ?? 'any',
    wishInterests: plainWish(wishOf(cell('wishInterests'))),
    wishNote: [cell('wishNote'), ...unread].filter((note) => note !== '').join('\n'),
  }
}

const plainWish = (wish: Wish | null): PlainWish => (wish === 'like' || wish === 'different' ? wish : 'any')
