import { addressKey, isAddress } from './addresses.ts'
import type { Answers } from './application.ts'
import type { StoredColumns } from './columns.ts'
import { fold } from './fold.ts'
import { answersIn } from './rows.ts'

/** A row of which no application could be made, as it came, and how its file was read. */
export type WrittenOff = { problem: string; cells: readonly string[]; fields: StoredColumns['fields'] }

/**
 * Rows that tell of somebody who is not among the applications: they asked for a place, and nobody would answer. A sum at
 * the end of a sheet and a header in its middle are nobody; who came with a corrected file, or was accepted from here, is
 * there.
 */
export function lostRows<Row extends WrittenOff>(
  rows: readonly Row[],
  applications: readonly Pick<Answers, 'email' | 'givenName' | 'familyName'>[],
): Row[] {
  const known = new Set(applications.map(whoOf))
  return rows.filter(({ problem, cells, fields }) => {
    if (problem !== 'bad-time') return false
    const answers = answersIn(cells, fields)
    return isSomebody(answers) && !known.has(whoOf(answers))
  })
}

const whoOf = ({ email, givenName, familyName }: Pick<Answers, 'email' | 'givenName' | 'familyName'>) =>
  `${addressKey(email)} ${fold(`${givenName} ${familyName}`)}`

const isSomebody = ({ email, givenName, country }: Answers) =>
  isAddress(addressKey(email)) || (givenName !== '' && country !== null)
