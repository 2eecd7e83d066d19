import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { addDays } from '../../../platform/days.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Candidate } from '../../certificates/index.ts'
import { type Ending, endingOf, latestAfterDays } from '../farewell.ts'

/** Someone for whom a round ends, with what an email to them needs. */
export type Leaver = Omit<Candidate, 'checkIns' | 'isIn' | 'hasAnswered'> & {
  /** By whose clock they live. */
  zone: string
  endsOn: string
  roundZone: string
  /** Names of the partners they have to the end. */
  partners: string[]
  ending: Ending
}

/** The farewell of someone is sent once by this key. */
export const farewellKey = (applicationId: string) => `round-end:${applicationId}`

/** The emails of a round's end belong together: stopped, nobody is written to until they go on. */
export const farewellCampaign = (roundId: string) => `farewells:${roundId}`

const partners = sql<string[]>`coalesce((
  select array_agg(partner.name order by partner.name)
  from pairing_member own join pairing on pairing.id = own.pairing_id
  join pairing_member other on other.pairing_id = own.pairing_id and other.application_id <> own.application_id
  join application partner on partner.id = other.application_id
  where own.round_id = participant.round_id and own.person_id = participant.person_id and own.ended_at is null
    and own.application_id = participant.application_id
    and pairing.dissolved_at is null and other.ended_at is null), '{}')`

/** Everyone who takes part in a released round, to its end. Their pairing is found by the index on round and person. */
const leavers = (db: Db | Tx) =>
  db
    .selectFrom('participant')
    .innerJoin('application', 'application.id', 'participant.applicationId')
    .innerJoin('round', 'round.id', 'participant.roundId')
    .innerJoin('release', 'release.roundId', 'round.id')
    .select(['participant.applicationId', 'participant.personId', 'participant.roundId'])
    .select(['participant.name', 'participant.givenName', 'participant.email', 'participant.locale'])
    .select(['round.endsOn', 'round.zone as roundZone'])
    .select([
      sql<string>`coalesce(application.zone, round.zone)`.as('zone'),
      partners.as('partners'),
      sql<boolean>`exists (select from pairing_member ever
        where ever.application_id = participant.application_id)`.as('had'),
    ])

const withEnding = <Row extends { partners: string[]; had: boolean }>({ had, ...row }: Row) => ({
  ...row,
  ending: endingOf({ partners: row.partners.length, had }),
})

/**
 * Everyone whose round ends or has ended a while ago and who was told no farewell, by round; in one query. Those of a
 * round whose farewells are stopped are not there.
 *
 * @param today `YYYY-MM-DD` somewhere on earth
 */
export async function untoldLeavers(db: Db | Tx, today: string): Promise<Leaver[]> {
  const rows = await leavers(db)
    .where('round.endsOn', '<=', addDays(today, 1))
    .where('round.endsOn', '>=', addDays(today, -latestAfterDays - 1))
    .where(untold)
    .where(
      sql<boolean>`not exists (select from mail_campaign where mail_campaign.key = 'farewells:' || participant.round_id
        and mail_campaign.stopped_at is not null)`,
    )
    .orderBy('participant.roundId')
    .orderBy('participant.applicationId')
    .execute()
  return rows.map(withEnding)
}

const untold = sql<boolean>`not exists (
  select from outbox where outbox.key = 'round-end:' || participant.application_id)`

/** Everyone for whom a round ends, as things stand; by name. */
export async function leaversOf(db: Db, roundId: string): Promise<Leaver[]> {
  const rows = await leavers(db)
    .where('participant.roundId', '=', roundId)
    .orderBy('participant.name')
    .orderBy('participant.applicationId')
    .execute()
  return rows.map(withEnding)
}

/** How many of a round have been told no farewell. */
export async function untoldCount(db: Db, roundId: string): Promise<number> {
  const { count } = await db
    .selectFrom('participant')
    .where('participant.roundId', '=', roundId)
    .where(untold)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** @throws NotFound `no-such-farewell`, also for someone who takes part no longer */
export async function leaverById(db: Db, applicationId: string): Promise<Leaver> {
  const row = await leavers(db).where('participant.applicationId', '=', applicationId).executeTakeFirst()
  if (!row) throw new NotFound('no-such-farewell')
  return withEnding(row)
}

/** A person's own, of rounds that end on a day or have ended since; newest first. @param since `YYYY-MM-DD` */
export async function ownEndings(db: Db, personId: string, since: string): Promise<Leaver[]> {
  const rows = await leavers(db)
    .where('participant.personId', '=', personId)
    .where('round.endsOn', '>=', since)
    .orderBy('round.endsOn', 'desc')
    .execute()
  return rows.map(withEnding)
}
