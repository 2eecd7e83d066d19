import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import type { Away } from '../checkin.ts'

/** Someone of a living pairing in a round that runs, with all that decides whether they are asked. */
export type Member = {
  pairingId: string
  applicationId: string
  personId: string
  roundId: string
  zone: string
  startsOn: string
  endsOn: string
  /** Days of the round's own plan; null where it asks on the usual ones. */
  days: number[] | null
  /** When their introduction left, or their pairing was confirmed where it left before there was an outbox of it. */
  introducedAt: Date
  lastAsked: number | null
  /** Of everyone in the pairing. */
  away: readonly Away[]
}

/** The emails of a round's check-ins belong together: stopped, nobody is asked until they go on. */
const checkInCampaign = (roundId: RawBuilder<unknown>) => sql<string>`'check-ins:' || ${roundId}`

/**
 * Days of absence of everyone in a pairing, by pairing: of all rounds in one query. Asked of each pair by itself, all
 * absences were read for each wherever PostgreSQL had not counted them yet.
 */
export async function awayIn(
  db: Db | Tx,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Away[]>> {
  const rows = await db
    .selectFrom('absence')
    .innerJoin('pairingMember as one', 'one.personId', 'absence.personId')
    .where('one.roundId', '=', sql<string>`any(${roundIds}::uuid[])`)
    .where('one.endedAt', 'is', null)
    .where('absence.cancelledAt', 'is', null)
    .select(['one.pairingId', 'absence.fromOn as from', 'absence.untilOn as until'])
    .orderBy('absence.fromOn')
    .execute()
  return Map.groupBy(rows, ({ pairingId }) => pairingId)
}

/**
 * Everyone in a living pairing of a round that runs and has not ended everywhere, by pairing; in two queries. Whose
 * introduction has not left is not there: they do not know of a partner yet.
 *
 * @param today `YYYY-MM-DD` somewhere on earth
 */
export async function membersOfRunningRounds(db: Db | Tx, today: string): Promise<Member[]> {
  const members = await runningMembers(db, today).execute()
  const away = await awayIn(db, [...new Set(members.map(({ roundId }) => roundId))])
  return members.map((member) => ({ ...member, away: away.get(member.pairingId) ?? [] }))
}

const runningMembers = (db: Db | Tx, today: string) =>
  db
    .selectFrom('pairingMember as member')
    .innerJoin('pairing', 'pairing.id', 'member.pairingId')
    .innerJoin('round', 'round.id', 'member.roundId')
    .innerJoin('application', 'application.id', 'member.applicationId')
    .innerJoin('participant', 'participant.applicationId', 'member.applicationId')
    .leftJoin('checkInPlan', 'checkInPlan.roundId', 'round.id')
    .leftJoin('outbox as introduction', (join) =>
      join.on(
        sql<boolean>`introduction.key = 'introduction:' || member.pairing_id || ':' || member.person_id`,
      ),
    )
    .leftJoin('mailCampaign as campaign', (join) =>
      join.on(sql<boolean>`campaign.key = ${checkInCampaign(sql`member.round_id`)}`),
    )
    .where('campaign.stoppedAt', 'is', null)
    .where('member.endedAt', 'is', null)
    .where('pairing.dissolvedAt', 'is', null)
    .where('round.startsOn', '<=', sql<string>`(${today}::date + 1)`)
    .where('round.endsOn', '>=', sql<string>`(${today}::date - 1)`)
    .where(sql<boolean>`coalesce(introduction.state, 'sent') not in ('queued', 'deferred', 'sending')`)
    .select(['member.pairingId', 'member.applicationId', 'member.personId', 'member.roundId'])
    .select(['round.startsOn', 'round.endsOn', 'checkInPlan.days'])
    .select([
      sql<string>`coalesce(application.zone, round.zone)`.as('zone'),
      sql<Date>`greatest(pairing.confirmed_at, introduction.sent_at)`.as('introducedAt'),
      sql<number | null>`(select max(asked.day) from check_in asked
        where asked.pairing_id = member.pairing_id and asked.application_id = member.application_id)`.as(
        'lastAsked',
      ),
    ])
    .orderBy('member.pairingId')
    .orderBy('member.applicationId')
