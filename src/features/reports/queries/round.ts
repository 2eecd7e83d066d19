import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { groupsOf } from '../../../platform/small-numbers.ts'
import { hoursOfRound } from '../../hours/index.ts'
import type { Contributions } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import { consentedQuotes, experience, toldSurvey } from '../../surveys/index.ts'
import { type Known, type RoundReport, toldOf } from '../round-report.ts'

/**
 * What a round tells those who fund it; null while it may tell nothing.
 *
 * @param features those whose acts the journal holds
 */
export async function roundReport(
  db: Db,
  round: Round,
  features: readonly Contributions[],
  now: Date,
): Promise<RoundReport | null> {
  const told = toldOf(await knownOf(db, round))
  if (!told) return null
  const [survey, quotes, minutes] = await Promise.all([
    toldSurvey(db, round.id, 'end'),
    consentedQuotes(db, round.id),
    hoursOfRound(db, round, features, now),
  ])
  return { ...told, survey, quotes, minutes }
}

async function knownOf(db: Db, round: Round): Promise<Known> {
  const people = await db
    .selectFrom('application')
    .where('application.roundId', '=', round.id)
    .where(
      sql<boolean>`exists (select from pairing_member where pairing_member.application_id = application.id)`,
    )
    .where('application.country', 'is not', null)
    .select([sql<string>`country`.as('country'), sql<string>`coalesce(sector, 'other')`.as('sector')])
    .select(experience.as('experience'))
    .execute()
  return {
    groups: {
      country: groupsOf(people.map(({ country }) => country)),
      sector: groupsOf(people.map(({ sector }) => sector)),
      experience: groupsOf(people.map((one) => one.experience)),
    },
    pairs: await pairsOf(db, round.id),
  }
}

/** Pairings that lasted, and those of which everyone said last that they were in touch. */
async function pairsOf(db: Db, roundId: string): Promise<Known['pairs']> {
  const lastSaid = sql`(select said.answer from check_in asked
    join check_in_answer said on said.check_in_id = asked.id
    where asked.pairing_id = member.pairing_id and asked.application_id = member.application_id
    order by said.id desc limit 1)`
  const { rows } = await sql<{ lasted: number; inTouch: number }>`
    select count(*)::int as lasted, (count(*) filter (where all_in_touch))::int as "inTouch" from (
      select coalesce(bool_and(coalesce(${lastSaid} = 'yes', false)), false) as all_in_touch
      from pairing_member member join pairing on pairing.id = member.pairing_id
      where pairing.round_id = ${roundId} and pairing.dissolved_at is null and member.ended_at is null
      group by member.pairing_id) as pair`.execute(db)
  return rows[0] ?? { lasted: 0, inTouch: 0 }
}
