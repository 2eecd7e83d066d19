import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import type { Grouping } from '../grouping.ts'
import type { MemberStanding } from './standings.ts'

/**
 * What group somebody in a living pairing of a round is in; empty where they did not say. `experience` is whether they take
 * part for the `first` time or `again`, as they told. Standings, which are kept, know the country alone.
 */
export async function groupIn(
  db: Db,
  roundId: string,
): Promise<(member: MemberStanding, by: Grouping) => string> {
  const rows = await db
    .selectFrom('pairingMember as member')
    .innerJoin('application', 'application.id', 'member.applicationId')
    .where('member.roundId', '=', roundId)
    .where('member.endedAt', 'is', null)
    .select([
      'application.id',
      sql<string>`coalesce(application.sector, '')`.as('sector'),
      sql<string>`case when application.former_rounds = '{}' then 'first' else 'again' end`.as('experience'),
    ])
    .execute()
  const traits = new Map(rows.map((row) => [row.id, row]))
  return ({ applicationId, country }, by) =>
    by === 'country' ? country : (traits.get(applicationId)?.[by] ?? '')
}
