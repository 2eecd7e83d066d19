import { addressKey } from './addresses.ts'
import { type Answers, fullName } from './application.ts'
import type { Change } from './checks.ts'
import type { Columns, Field } from './columns.ts'
import { fold } from './fold.ts'
import { sameValue } from './mends.ts'
import { answersIn } from './rows.ts'

/** A row of a file, with what its columns mean. */
export type WrittenRow = { cells: readonly string[]; columns: Columns }

/** Cells that answers are read from, where they are not those of the same name. */
const sources: Partial<Record<keyof Answers, readonly Field[]>> = {
  givenName: ['givenName', 'familyName', 'fullName'],
  familyName: ['givenName', 'familyName', 'fullName'],
  country: ['country', 'zone'],
  countryWritten: ['country'],
  sectorWritten: ['sector'],
  wishNote: ['wishNote', 'wishSector', 'wishStage', 'wishInterests', 'takesTwo'],
  acceptsCodeWritten: ['acceptsCode'],
  sharesEmailWritten: ['sharesEmail'],
}

/** What someone wrote says nothing new when it means the same code. */
const codeOf: Partial<Record<keyof Answers, 'country' | 'sector' | 'acceptsCode' | 'sharesEmail'>> = {
  countryWritten: 'country',
  sectorWritten: 'sector',
  acceptsCodeWritten: 'acceptsCode',
  sharesEmailWritten: 'sharesEmail',
}

/**
 * The answers in which a row differs from an earlier one of the same application; null when it says the same. Only
 * columns that both files have are compared: one that was left out takes nothing back.
 */
export function correctionIn(earlier: WrittenRow, later: WrittenRow): Change | null {
  const changed = new Set(
    later.columns.filter(
      (field) =>
        field !== null && earlier.columns.includes(field) && cellOf(earlier, field) !== cellOf(later, field),
    ),
  )
  if (changed.size === 0) return null
  const [before, after] = [earlier, later].map(({ cells, columns }) => answersIn(cells, columns)) as [
    Answers,
    Answers,
  ]
  const isUnderstood = (key: keyof Answers) => {
    const code = codeOf[key]
    return code !== undefined && after[code] !== null && after[code] === before[code]
  }
  const isCorrected = (key: keyof Answers) =>
    !isUnderstood(key) &&
    (sources[key] ?? [key as Field]).some((field) => changed.has(field)) &&
    !sameValue(before[key], after[key])
  const keys = (Object.keys(after) as (keyof Answers)[]).filter(isCorrected)
  return keys.length === 0 ? null : Object.fromEntries(keys.map((key) => [key, after[key]]))
}

const cellOf = ({ cells, columns }: WrittenRow, field: Field) =>
  (cells[columns.indexOf(field)] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()

/** The moment a row says it was sent, when it names one to the minute: two people hardly share it. */
export function momentOf(row: WrittenRow): string | null {
  const written = cellOf(row, 'submittedAt')
  return /\d:\d\d/.test(written) ? written : null
}

/** Whether two rows of one moment are of one person, whose address or name was corrected. */
export function areOnePersons(one: WrittenRow, other: WrittenRow): boolean {
  const [a, b] = [one, other].map(({ cells, columns }) => answersIn(cells, columns)) as [Answers, Answers]
  const [address, name] = [addressKey(a.email), fold(fullName(a))]
  return (address !== '' && address === addressKey(b.email)) || (name !== '' && name === fold(fullName(b)))
}

/** What is left of corrections to decide: where they still differ from what the application says. */
export function openCorrection(application: Answers, corrections: readonly Change[]): Change | null {
  const all: Change = Object.assign({}, ...corrections)
  const now: Record<string, unknown> = application
  const open = Object.entries(all).filter(([key, value]) => !sameValue(now[key], value))
  return open.length === 0 ? null : Object.fromEntries(open)
}
