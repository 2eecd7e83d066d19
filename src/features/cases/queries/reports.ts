import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { addDays, dayIn } from '../../../platform/days.ts'
import { type InCharge, inCharge } from '../../people/index.ts'

/** Somebody with whom one is or was in a pairing. */
export type Reportable = {
  pairingId: string
  applicationId: string
  name: string
  code: string
  roundId: string
}

/** Whom somebody can report: everyone they were paired with in rounds that ended at most a year ago, the newest first. */
export const reportableBy = (db: Db | Tx, personId: string, now: Date): Promise<Reportable[]> =>
  db
    .selectFrom('pairingMember as own')
    .innerJoin('pairingMember as other', (join) =>
      join.onRef('other.pairingId', '=', 'own.pairingId').onRef('other.personId', '<>', 'own.personId'),
    )
    .innerJoin('application', 'application.id', 'other.applicationId')
    .innerJoin('round', 'round.id', 'own.roundId')
    .where('own.personId', '=', personId)
    .where('round.endsOn', '>=', addDays(dayIn(now), -365))
    .select(['other.pairingId', 'application.id as applicationId', 'application.name', 'round.code'])
    .select('round.id as roundId')
    .orderBy('round.startsOn', 'desc')
    .orderBy('application.name')
    .execute()

/** Directors who may read what somebody reports: none who was ever paired with one of the two. */
export async function readersFor(db: Db | Tx, personId: string, now: Date): Promise<InCharge[]> {
  const { people } = await inCharge(db, 'director', now)
  const near = await db
    .selectFrom('pairingMember as own')
    .innerJoin('pairingMember as other', 'other.pairingId', 'own.pairingId')
    .where('own.personId', '=', personId)
    .where('other.personId', '=', sql<string>`any(${people.map(({ id }) => id)}::uuid[])`)
    .select('other.personId')
    .execute()
  const keptOut = new Set([personId, ...near.map((one) => one.personId)])
  return people.filter(({ id }) => !keptOut.has(id))
}
