import { broadKey } from '../../platform/email-key.ts'
import { addressKey, isAddress } from './addresses.ts'
import type { Answers } from './application.ts'
import type { Change } from './checks.ts'
import type { Columns } from './columns.ts'
import { areOnePersons, correctionIn, momentOf, type WrittenRow } from './corrections.ts'
import { type Reading, type RowProblem, readRow, rowIdentity } from './rows.ts'

const formerProblems = ['bad-round', 'bad-address', 'same-address'] as const
type FormerProblem = (typeof formerProblems)[number]

/** What becomes of a row of a file. */
export type Outcome =
  | { is: 'application'; submittedAt: Date; answers: Answers }
  | { is: 'pairing'; roundCode: string; firstKey: string; secondKey: string }
  /** The same row came before, perhaps with other answers; no id for a former pairing. */
  | { is: 'known'; applicationId: string | null; correction: Change | null }
  | { is: 'problem'; problem: RowProblem | FormerProblem | 'erased' }

/** What rows of earlier files became. */
export type KnownRows = {
  /** The applications that rows of one identity became, in the order in which they came. */
  byIdentity: ReadonlyMap<string, readonly string[]>
  /** The latest row of each application. */
  latest: ReadonlyMap<string, WrittenRow>
}

/** A time that more rows share, midnight for instance, tells nobody apart. */
const mostOfMoment = 5

/**
 * Tells row by row what becomes of a file of applications. The second of two rows alike is a second application, in
 * this file as in the next. A row whose name or address was corrected is known by the moment it was sent.
 */
export function applicationOutcomes(
  reading: Reading,
  known: KnownRows,
): (cells: readonly string[]) => Outcome {
  const times = new Map<string, number>()
  const ofMoment = Map.groupBy(known.latest, ([, row]) => momentOf(row))
  const taken = new Set<string>()
  const knownAs = (id: string, row: WrittenRow): Outcome => {
    taken.add(id)
    const earlier = known.latest.get(id)
    return { is: 'known', applicationId: id, correction: earlier ? correctionIn(earlier, row) : null }
  }
  return (cells) => {
    const row = { cells, columns: reading.columns }
    const identity = rowIdentity(cells, reading.columns)
    const before = times.get(identity) ?? 0
    times.set(identity, before + 1)
    const same = known.byIdentity.get(identity)?.[before]
    if (same !== undefined) return knownAs(same, row)
    const moment = momentOf(row)
    const near = moment === null ? [] : (ofMoment.get(moment) ?? [])
    const isLikely = ([id, one]: readonly [string, WrittenRow]) => !taken.has(id) && areOnePersons(one, row)
    const [corrected, ...others] = near.length > mostOfMoment ? [] : near.filter(isLikely)
    if (corrected && others.length === 0) return knownAs(corrected[0], row)
    const result = readRow(cells, reading)
    if (!result.ok) return { is: 'problem', problem: result.problem }
    return { is: 'application', submittedAt: result.submittedAt, answers: result.answers }
  }
}

export const formerKey = (pairing: { roundCode: string; firstKey: string; secondKey: string }) =>
  `${pairing.roundCode} ${pairing.firstKey} ${pairing.secondKey}`

/** Tells row by row what becomes of a file of former pairings. @param known by `formerKey` */
export function formerOutcomes(
  columns: Columns,
  known: ReadonlySet<string>,
): (cells: readonly string[]) => Outcome {
  const seen = new Set(known)
  return (cells) => {
    const cell = (field: Columns[number]) => (cells[columns.indexOf(field)] ?? '').trim()
    const roundCode = cell('round').toUpperCase()
    if (!/^\d{4}[A-Z]$/.test(roundCode)) return { is: 'problem', problem: 'bad-round' }
    const keys = [cell('first'), cell('second')].map((email) => broadKey(addressKey(email))).sort()
    const [firstKey = '', secondKey = ''] = keys
    if (!keys.every(isAddress)) return { is: 'problem', problem: 'bad-address' }
    if (firstKey === secondKey) return { is: 'problem', problem: 'same-address' }
    const pairing = { roundCode, firstKey, secondKey }
    if (seen.has(formerKey(pairing))) return { is: 'known', applicationId: null, correction: null }
    seen.add(formerKey(pairing))
    return { is: 'pairing', ...pairing }
  }
}
