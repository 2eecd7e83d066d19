import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { phaseOf, roundById } from '../../rounds/index.ts'
import { topicsOf } from '../../topics/index.ts'
import type { OwnRound } from '../round-dates.ts'

/** The rounds in which someone has a place or had one, newest first, with their topics. */
export async function ownRounds(db: Db, personId: string, now: Date): Promise<OwnRound[]> {
  const places = await db
    .selectFrom('application')
    .innerJoin('round', 'round.id', 'application.roundId')
    .where('application.personId', '=', personId)
    .where('application.acceptedAt', 'is not', null)
    .where('application.mergedInto', 'is', null)
    .distinctOn(['round.startsOn', 'round.id'])
    .select(['round.id', 'application.zone'])
    .select(
      sql<boolean>`exists (select from participant
        where participant.round_id = round.id and participant.person_id = application.person_id)`.as('isIn'),
    )
    .orderBy('round.startsOn', 'desc')
    .orderBy('round.id')
    .execute()
  const rounds = await Promise.all(
    places.map(async ({ id, isIn, zone }) => {
      const [round, topics] = await Promise.all([roundById(db, id), topicsOf(db, id)])
      return { round, isIn, zone: zone ?? round.zone, topics }
    }),
  )
  return rounds.filter(({ round }) => phaseOf(round, now) !== 'draft')
}
