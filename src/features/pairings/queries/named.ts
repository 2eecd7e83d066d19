import { sql } from 'kysely'
import { formats } from '../../../platform/formats.ts'
import type { Naming } from '../../people/index.ts'
import { partPath } from '../paths.ts'

/** Pairings by their ids, each by the names of its members, also those who left it. */
export const namedPairings: Naming = async (db, ids, { locale, zone }) => {
  const rows = await db
    .selectFrom('pairing')
    .innerJoin('round', 'round.id', 'pairing.roundId')
    .innerJoin('pairingMember as member', 'member.pairingId', 'pairing.id')
    .innerJoin('application', 'application.id', 'member.applicationId')
    .where('pairing.id', 'in', ids)
    .groupBy(['pairing.id', 'round.id'])
    .select(['pairing.id', 'round.code'])
    .select(sql<string[]>`array_agg(application.name order by application.name)`.as('names'))
    .execute()
  const say = formats(locale, zone)
  return rows.map(({ id, code, names }) => ({ id, label: say.names(names), href: partPath(code, id) }))
}
