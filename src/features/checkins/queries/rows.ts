import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { type Answer, togetherAway } from '../checkin.ts'
import { awayIn } from './due.ts'

/** Everyone in a living pairing, with what their standing is made of: each part is read for all of them at once. */
export async function rowsOf(db: Db, roundId: string) {
  const members = await membersOf(db, roundId).execute()
  const last = new Map((await lastIn(db, roundId).execute()).map((row) => [keyOf(row), row]))
  const [away, settled] = [await awayIn(db, [roundId]), await settledIn(db, roundId)]
  return members.map((one) => ({
    ...one,
    ...(last.get(keyOf(one)) ?? notAsked),
    away: togetherAway(away.get(one.pairingId) ?? []),
    settledAt: settled.get(one.pairingId) ?? null,
  }))
}

export type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const keyOf = ({ pairingId, applicationId }: { pairingId: string; applicationId: string }) =>
  `${pairingId} ${applicationId}`

const notAsked = {
  ...{ askedAt: null, askedId: null, unanswered: [], heardAt: null },
  ...{ answerId: null, answer: null, answeredAt: null, words: null },
}

const membersOf = (db: Db, roundId: string) =>
  db
    .selectFrom('pairingMember as member')
    .innerJoin('pairing', 'pairing.id', 'member.pairingId')
    .innerJoin('application', 'application.id', 'member.applicationId')
    .innerJoin('round', 'round.id', 'member.roundId')
    .where('member.roundId', '=', roundId)
    .where('member.endedAt', 'is', null)
    .where('pairing.dissolvedAt', 'is', null)
    .select(['member.pairingId', 'member.applicationId', 'member.personId'])
    .select(['application.name', 'pairing.confirmedAt'])
    .select([
      sql<string>`coalesce(application.country, '')`.as('country'),
      sql<string>`coalesce(application.zone, round.zone)`.as('zone'),
    ])
    .orderBy('application.name')
    .orderBy('member.applicationId')

/** What everyone in a pairing was asked last, and said last; who has not been asked yet is not there. */
const lastIn = (db: Db, roundId: string) =>
  db
    .selectFrom(
      db
        .selectFrom('checkIn as asked')
        .innerJoin('pairingMember as member', (join) =>
          join
            .onRef('member.pairingId', '=', 'asked.pairingId')
            .onRef('member.applicationId', '=', 'asked.applicationId'),
        )
        .leftJoin('checkInAnswer as said', 'said.checkInId', 'asked.id')
        .where('member.roundId', '=', roundId)
        .where('member.endedAt', 'is', null)
        .groupBy(['asked.pairingId', 'asked.applicationId'])
        .select(['asked.pairingId', 'asked.applicationId'])
        .select([
          sql<Date | null>`max(asked.asked_at)`.as('askedAt'),
          sql<number | null>`max(asked.day)`.as('askedDay'),
          sql<string | null>`max(said.id)`.as('answerId'),
          sql<Date | null>`max(said.answered_at) filter (where said.answer = 'yes')`.as('heardAt'),
        ])
        .as('last'),
    )
    .innerJoin('checkIn as asked', (join) =>
      join
        .onRef('asked.pairingId', '=', 'last.pairingId')
        .onRef('asked.applicationId', '=', 'last.applicationId')
        .onRef('asked.day', '=', 'last.askedDay'),
    )
    .leftJoin('checkInAnswer as said', 'said.id', 'last.answerId')
    .select(['last.pairingId', 'last.applicationId', 'last.askedAt', 'last.heardAt'])
    .select(['asked.id as askedId', 'last.answerId', 'said.answeredAt', 'said.words'])
    .select(sql<Answer | null>`said.answer`.as('answer'))
    .select(
      // Instants as numbers: a date in JSON would come as text.
      sql<Unanswered[]>`coalesce((
        select json_agg(json_build_object('id', open.id, 'atMs', round(extract(epoch from open.asked_at) * 1000)) order by open.asked_at)
        from check_in open
        where open.pairing_id = last.pairing_id and open.application_id = last.application_id
          and open.asked_at > coalesce(said.answered_at, '-infinity')), '[]')`.as('unanswered'),
    )

/** A question since the last answer, and when it was asked, in ms. */
export type Unanswered = { id: string; atMs: number }

/** When calls for help were last settled, by pairing. */
async function settledIn(db: Db, roundId: string): Promise<ReadonlyMap<string, Date>> {
  const rows = await db
    .selectFrom('lookedAfter')
    .innerJoin('pairing', 'pairing.id', 'lookedAfter.pairingId')
    .where('pairing.roundId', '=', roundId)
    .groupBy('pairing.id')
    .select(['pairing.id', sql<Date>`max(looked_after.closed_at)`.as('settledAt')])
    .execute()
  return new Map(rows.map(({ id, settledAt }) => [id, settledAt]))
}
