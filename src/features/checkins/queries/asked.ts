import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { goesOn } from '../../rounds/index.ts'
import type { Answer } from '../checkin.ts'

/** Somebody who is asked, with what an email to them needs. */
export type Asked = {
  id: string
  personId: string
  name: string
  givenName: string
  email: string
  locale: string
  roundId: string
  zone: string
  day: number
  askedAt: Date
  /** Partners they have now, by name. */
  partners: string[]
  /** What they said last of this pairing; null while they have said nothing. */
  answer: Answer | null
  answeredAt: Date | null
  words: string
  /** They are in the pairing still. */
  isIn: boolean
}

const asked = (db: Db | Tx) =>
  db
    .selectFrom('checkIn')
    .innerJoin('pairingMember as member', (join) =>
      join
        .onRef('member.pairingId', '=', 'checkIn.pairingId')
        .onRef('member.applicationId', '=', 'checkIn.applicationId'),
    )
    .innerJoin('participant', 'participant.applicationId', 'checkIn.applicationId')
    .innerJoin('application', 'application.id', 'checkIn.applicationId')
    .innerJoin('round', 'round.id', 'member.roundId')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('checkInAnswer as said')
          .innerJoin('checkIn as other', 'other.id', 'said.checkInId')
          .whereRef('other.pairingId', '=', 'checkIn.pairingId')
          .whereRef('other.applicationId', '=', 'checkIn.applicationId')
          .select(['said.answer', 'said.answeredAt', 'said.words'])
          .orderBy('said.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['checkIn.id', 'checkIn.personId', 'checkIn.day', 'checkIn.askedAt', 'member.roundId'])
    .select(['participant.name', 'participant.givenName', 'participant.email', 'participant.locale'])
    .select([
      sql<string>`coalesce(application.zone, round.zone)`.as('zone'),
      sql<string[]>`(select coalesce(array_agg(partner.name order by partner.name), '{}')
        from pairing_member other join application partner on partner.id = other.application_id
        where other.pairing_id = member.pairing_id and other.application_id <> member.application_id
          and other.ended_at is null)`.as('partners'),
      sql<Answer | null>`last.answer`.as('answer'),
      sql<Date | null>`last.answered_at`.as('answeredAt'),
      sql<string>`coalesce(last.words, '')`.as('words'),
      sql<boolean>`member.ended_at is null`.as('isIn'),
    ])

/** Some check-ins, with those whom they ask. */
export const askedByIds = (db: Db | Tx, ids: readonly string[]): Promise<Asked[]> =>
  asked(db).where('checkIn.id', 'in', ids).execute()

/** @throws NotFound `no-such-check-in`, also for someone who takes part no longer */
export async function askedById(db: Db | Tx, id: string): Promise<Asked> {
  const found = await asked(db).where('checkIn.id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound('no-such-check-in')
  return found
}

/** The last check-in of each living pairing of someone, in rounds that go on. */
export const latestOf = (db: Db, personId: string, now: Date): Promise<Asked[]> =>
  asked(db)
    .where('checkIn.personId', '=', personId)
    .where('member.endedAt', 'is', null)
    .where(goesOn(now))
    .distinctOn('checkIn.pairingId')
    .orderBy('checkIn.pairingId')
    .orderBy('checkIn.day', 'desc')
    .execute()
