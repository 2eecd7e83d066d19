import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { dayIn } from '../../../platform/days.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Round } from '../../rounds/index.ts'
import { type Answer, contradict, type Standing, standingOf, togetherAway } from '../checkin.ts'
import { awayOf } from './due.ts'

/** How one member of a pairing gets on. */
export type MemberStanding = {
  pairingId: string
  applicationId: string
  personId: string
  name: string
  country: string
  zone: string
  standing: Standing
  /** Since when: their last answer, or the question that they have not answered; null before the first. */
  since: Date | null
  /** What they added to a call for help. */
  words: string
  /** The check-in that they were asked last, and for which day; null before the first. */
  askedId: string | null
  askedDay: number | null
  /** What they said last. */
  answerId: string | null
}

/** A pairing as both of its members see it. */
export type PairStanding = { id: string; members: MemberStanding[]; contradicts: boolean }

/** How all living pairings of a round get on; in one query. */
export async function standingsOf(db: Db, round: Round, now: Date): Promise<PairStanding[]> {
  const rows = await membersOf(db, round.id).execute()
  const days = new Map<string, string>()
  const today = (zone: string) => {
    const day = days.get(zone) ?? dayIn(now, zone)
    days.set(zone, day)
    return day
  }
  const members = rows.map((row) => withStanding(row, today(row.zone)))
  return [...Map.groupBy(members, ({ pairingId }) => pairingId)].map(([id, ofPair]) => ({
    id,
    members: ofPair,
    contradicts: contradict(ofPair.map(({ standing }) => standing)),
  }))
}

/** Someone of a living pairing, with their partners. @throws NotFound `no-such-member` */
export async function standingNamed(db: Db, round: Round, applicationId: string, now: Date) {
  const pairs = await standingsOf(db, round, now)
  const pair = pairs.find(({ members }) => members.some((one) => one.applicationId === applicationId))
  const member = pair?.members.find((one) => one.applicationId === applicationId)
  if (!pair || !member) throw new NotFound('no-such-member')
  return { pair, member, partners: pair.members.filter((one) => one !== member) }
}

type Row = Awaited<ReturnType<ReturnType<typeof membersOf>['execute']>>[number]

function withStanding(row: Row, today: string): MemberStanding {
  const { askedAt, answer, answeredAt, settledAt, away, words, ...member } = row
  const said = {
    asked: askedAt && { at: askedAt, on: dayIn(askedAt, row.zone) },
    answer: answer && answeredAt && { answer, at: answeredAt },
    settledAt,
    away: togetherAway(away),
  }
  const standing = standingOf(said, today)
  const isWaiting = standing === 'asked' || standing === 'silent'
  return { ...member, words: words ?? '', standing, since: isWaiting ? askedAt : (answeredAt ?? askedAt) }
}

const membersOf = (db: Db, roundId: string) =>
  db
    .selectFrom('pairingMember as member')
    .innerJoin('pairing', 'pairing.id', 'member.pairingId')
    .innerJoin('application', 'application.id', 'member.applicationId')
    .innerJoin('round', 'round.id', 'member.roundId')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('checkIn as asked')
          .leftJoin('checkInAnswer as said', 'said.checkInId', 'asked.id')
          .whereRef('asked.pairingId', '=', 'member.pairingId')
          .whereRef('asked.applicationId', '=', 'member.applicationId')
          .select([
            sql<Date | null>`max(asked.asked_at)`.as('askedAt'),
            sql<string | null>`(array_agg(asked.id order by asked.day desc))[1]`.as('askedId'),
            sql<number | null>`max(asked.day)`.as('askedDay'),
            sql<string | null>`max(said.id)`.as('answerId'),
            sql<Answer | null>`(array_agg(said.answer order by said.id desc nulls last))[1]`.as('answer'),
            sql<Date | null>`(array_agg(said.answered_at order by said.id desc nulls last))[1]`.as(
              'answeredAt',
            ),
            sql<string>`coalesce((array_agg(said.words order by said.id desc nulls last))[1], '')`.as(
              'words',
            ),
          ])
          .as('last'),
      (join) => join.onTrue(),
    )
    .where('member.roundId', '=', roundId)
    .where('member.endedAt', 'is', null)
    .where('pairing.dissolvedAt', 'is', null)
    .select(['member.pairingId', 'member.applicationId', 'member.personId', 'application.name'])
    .select(['last.askedAt', 'last.answer', 'last.answeredAt', 'last.words'])
    .select(['last.askedId', 'last.askedDay', 'last.answerId'])
    .select([
      sql<string>`coalesce(application.country, '')`.as('country'),
      sql<string>`coalesce(application.zone, round.zone)`.as('zone'),
      sql<Date | null>`(select max(looked_after.closed_at) from looked_after
        where looked_after.pairing_id = member.pairing_id)`.as('settledAt'),
      awayOf('member.pairing_id').as('away'),
    ])
    .orderBy('application.name')
    .orderBy('member.applicationId')

/** What is known of somebody in a pairing: what they were asked and said, newest first. */
export async function historyOf(
  db: Db,
  { pairingId, applicationId }: Pick<MemberStanding, 'pairingId' | 'applicationId'>,
) {
  const asked = await db
    .selectFrom('checkIn')
    .leftJoin('outbox as nudge', (join) =>
      join.on(sql<boolean>`nudge.key = 'check-in-nudge:' || check_in.id`),
    )
    .where('pairingId', '=', pairingId)
    .where('applicationId', '=', applicationId)
    .select(['checkIn.id', 'day', 'askedAt', 'nudge.createdAt as nudgedAt'])
    .orderBy('day', 'desc')
    .execute()
  const said = await db
    .selectFrom('checkInAnswer')
    .innerJoin('checkIn', 'checkIn.id', 'checkInId')
    .where('pairingId', '=', pairingId)
    .where('applicationId', '=', applicationId)
    .select([sql<Answer>`answer`.as('answer'), 'words', 'answeredAt'])
    .orderBy('checkInAnswer.id', 'desc')
    .execute()
  const absences = await db
    .selectFrom('absence')
    .innerJoin('pairingMember as member', 'member.personId', 'absence.personId')
    .where('member.pairingId', '=', pairingId)
    .where('member.applicationId', '=', applicationId)
    .where('cancelledAt', 'is', null)
    .select(['fromOn', 'untilOn', 'madeAt', 'toldAt'])
    .execute()
  return { asked, said, absences }
}
export type History = Awaited<ReturnType<typeof historyOf>>

/** The days on which a round asks; null where it asks on the usual ones. */
export async function planOf(db: Db, roundId: string): Promise<number[] | null> {
  const plan = await db
    .selectFrom('checkInPlan')
    .where('roundId', '=', roundId)
    .select('days')
    .executeTakeFirst()
  return plan?.days ?? null
}
