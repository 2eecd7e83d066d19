import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import type { DropReason } from '../mends.ts'

/** How an application stands to the person who sent it; what the desk still has to settle is none of their business. */
export type OwnState = 'accepted' | 'waitlisted' | 'sent' | 'withdrawn' | 'dropped'

export type OwnApplication = { roundId: string; state: OwnState; dropReason: DropReason | null }

/**
 * What became of someone's applications to rounds that are not over: one for each round, the newest round first. Of
 * several, the one that counts; one that was merged counts as that into which it was.
 *
 * @param today `YYYY-MM-DD`
 */
export const ownApplicationsOf = (db: Db, personId: string, today: string): Promise<OwnApplication[]> =>
  db
    .with('own', (cte) =>
      cte
        .selectFrom('application')
        .innerJoin('person', (join) =>
          join.on(({ or, and, eb, ref }) =>
            or([
              eb('application.personId', '=', ref('person.id')),
              // Nobody has been answered yet: anyone who reads the mail of an address has sent what came from it.
              and([
                eb('application.personId', 'is', null),
                eb(sql`lower(application.email)`, '=', sql`lower(person.email)`),
              ]),
            ]),
          ),
        )
        .where('person.id', '=', personId)
        .where('application.mergedInto', 'is', null)
        .distinctOn('application.roundId')
        .select(['application.roundId', 'application.dropReason', ownState.as('state')])
        .orderBy('application.roundId')
        .orderBy(
          sql`array_position(array['accepted', 'waitlisted', 'sent', 'withdrawn', 'dropped'], ${ownState})`,
        ),
    )
    .selectFrom('own')
    .innerJoin('round', 'round.id', 'own.roundId')
    .where('round.endsOn', '>=', today)
    .select(['own.roundId', 'own.state', sql<DropReason | null>`own.drop_reason`.as('dropReason')])
    .orderBy('round.startsOn', 'desc')
    .execute()

const ownState = sql<OwnState>`case
  when application.withdrawn_at is not null then 'withdrawn'
  when application.dropped_at is not null then 'dropped'
  when application.accepted_at is not null then 'accepted'
  when application.waitlisted_at is not null then 'waitlisted'
  else 'sent' end`
