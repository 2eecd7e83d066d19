import { addressKey, isAddress } from './addresses.ts'
import type { Answers } from './application.ts'
import type { Columns } from './columns.ts'
import { type Reading, type RowProblem, readRow, rowIdentity } from './rows.ts'

export const formerProblems = ['bad-round', 'bad-address', 'same-address'] as const
export type FormerProblem = (typeof formerProblems)[number]

/** What becomes of a row of a file. */
export type Outcome =
  | { is: 'application'; submittedAt: Date; answers: Answers }
  | { is: 'pairing'; roundCode: string; firstKey: string; secondKey: string }
  /** The same row came before; null when it could not be read then either. */
  | { is: 'known'; applicationId: string | null }
  | { is: 'problem'; problem: RowProblem | FormerProblem }

/** The applications that rows of one identity became, in the order in which they came. */
export type KnownRows = ReadonlyMap<string, readonly string[]>

/**
 * Tells row by row what becomes of a file of applications. The second of two rows alike is a second application, in
 * this file as in the next.
 */
export function applicationOutcomes(
  reading: Reading,
  known: KnownRows,
): (cells: readonly string[]) => Outcome {
  const times = new Map<string, number>()
  return (cells) => {
    const identity = rowIdentity(cells, reading.columns)
    const before = times.get(identity) ?? 0
    times.set(identity, before + 1)
    const applicationId = known.get(identity)?.[before]
    if (applicationId !== undefined) return { is: 'known', applicationId }
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
    const keys = [addressKey(cell('first')), addressKey(cell('second'))].sort()
    const [firstKey = '', secondKey = ''] = keys
    if (!keys.every(isAddress)) return { is: 'problem', problem: 'bad-address' }
    if (firstKey === secondKey) return { is: 'problem', problem: 'same-address' }
    const pairing = { roundCode, firstKey, secondKey }
    if (seen.has(formerKey(pairing))) return { is: 'known', applicationId: null }
    seen.add(formerKey(pairing))
    return { is: 'pairing', ...pairing }
  }
}
