import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { clocksAt, startOfDay } from '../../../platform/days.ts'
import { keeper } from '../../../platform/kept.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Round } from '../../rounds/index.ts'
import {
  type Answer,
  contradict,
  daysThatCount,
  isContent,
  isLate,
  type Standing,
  standingOf,
} from '../checkin.ts'
import { type Row, rowsOf } from './rows.ts'
import { pairVersion } from './version.ts'

/** How one member of a pairing gets on. */
export type MemberStanding = {
  pairingId: string
  applicationId: string
  personId: string
  name: string
  country: string
  zone: string
  standing: Standing
  /** Since when: their last answer, or the first question since that they have not answered; null before the first. */
  since: Date | null
  /** What they added to a call for help. */
  words: string
  /** The check-in that they were asked last; null before the first. */
  askedId: string | null
  /** Of who is silent: the last check-in that they had time to answer and did not, when it was asked, and of how many such. */
  missed: { id: string; at: Date; count: number } | null
  /** Whether they say that they are in touch. */
  isContent: boolean
  /** What they said last. */
  answerId: string | null
  said: Answer | null
  saidAt: Date | null
  /** Since when they have not said that they are in touch: since they last did, or since they were to write to each other. */
  unheardSince: Date
  /** Their day of mentoring: how many that count have passed since the first. */
  day: number
}

/** A pairing as both of its members see it. */
export type PairStanding = { id: string; members: MemberStanding[]; contradicts: boolean }

/**
 * How all living pairings of a round get on, by name. It costs five queries, and one as long as nothing has changed in any
 * pair: a process keeps what it read, and what it worked out of that until some day begins somewhere.
 *
 * @source docs/decisions/0025-kept-by-the-version-of-rows.md
 */
export async function standingsOf(db: Db, round: Round, now: Date): Promise<readonly PairStanding[]> {
  const rows = `${await pairVersion(db)} ${round.startsOn}`
  const version = `${rows} ${Math.floor(now.getTime() / quarterMs)}`
  const { pairs } = await kept(db, { key: round.id, version }, async (former) => {
    const members = former?.version === rows ? former.members : await rowsOf(db, round.id)
    return { version: rows, members, pairs: pairsOf(members, round, now) }
  })
  return pairs
}

/** Days begin with a quarter of an hour, in each zone. */
const quarterMs = 900_000

type Kept = { version: string; members: readonly Row[]; pairs: readonly PairStanding[] }

/** Of so many people in all, some 20 MB. */
const kept = keeper<Kept>(20_000, ({ members }) => members.length)

function pairsOf(rows: readonly Row[], round: Round, now: Date): PairStanding[] {
  const clock = calendarAt(round, now)
  const members = rows.map((row) => withStanding(row, clock))
  return [...Map.groupBy(members, ({ pairingId }) => pairingId)].map(([id, ofPair]) => ({
    id,
    members: ofPair,
    contradicts: contradict(ofPair),
  }))
}

/** Days by the clocks of a round's people, each looked up once: thousands were asked at the same instant. */
function calendarAt({ startsOn }: Round, now: Date) {
  const clocks = new Map<number, ReturnType<typeof clocksAt>>()
  const dayOf = (at: Date, zone: string): string => {
    const clock = clocks.get(at.getTime()) ?? clocksAt(at)
    clocks.set(at.getTime(), clock)
    return clock(zone).today
  }
  const starts = new Map<string, Date>()
  const startIn = (zone: string): Date => {
    const start = starts.get(zone) ?? startOfDay(startsOn, zone)
    starts.set(zone, start)
    return start
  }
  return { now, dayOf, startIn }
}

/** Someone of a living pairing, with their partners. @throws NotFound `no-such-member` */
export async function standingNamed(db: Db, round: Round, applicationId: string, now: Date) {
  const pairs = await standingsOf(db, round, now)
  const pair = pairs.find(({ members }) => members.some((one) => one.applicationId === applicationId))
  const member = pair?.members.find((one) => one.applicationId === applicationId)
  if (!pair || !member) throw new NotFound('no-such-member')
  return { pair, member, partners: pair.members.filter((one) => one !== member) }
}

/** All but the actor’s own: how that gets on, somebody else looks after. */
export const ofOthers = (pairs: readonly PairStanding[], actor: { id: string | null }): PairStanding[] =>
  pairs.filter(({ members }) => members.every(({ personId }) => personId !== actor.id))

function withStanding(row: Row, { now, dayOf, startIn }: ReturnType<typeof calendarAt>): MemberStanding {
  const { askedAt, answer, answeredAt, settledAt, away, words, heardAt, confirmedAt, unanswered, ...member } =
    row
  const [today, start] = [dayOf(now, row.zone), startIn(row.zone)]
  const beganAt = new Date(Math.max(confirmedAt.getTime(), start.getTime()))
  const open = unanswered.map(({ id, atMs }) => ({ id, at: new Date(atMs) }))
  // Asked anew, who has not answered is as silent as before.
  const since = open[0]?.at ?? askedAt
  const dayAsked = (at: Date) => dayOf(at, row.zone)
  const said = {
    asked: since && { at: since, on: dayAsked(since) },
    answer: answer && answeredAt && { answer, at: answeredAt },
    settledAt,
    away,
  }
  const standing = standingOf(said, today)
  const isWaiting = standing === 'asked' || standing === 'silent'
  return {
    ...{ ...member, words: words ?? '', standing, said: answer, saidAt: answeredAt },
    isContent: isContent({ standing, said: answer }),
    missed:
      standing === 'silent' ? missedOf(open.filter(({ at }) => isLate(dayAsked(at), today, away))) : null,
    since: isWaiting ? since : (answeredAt ?? askedAt),
    unheardSince: heardAt ?? beganAt,
    day: daysThatCount(dayOf(beganAt, row.zone), today, away),
  }
}

/** @param late check-ins that are late to be answered, in the order in which they were asked */
function missedOf(late: readonly { id: string; at: Date }[]): MemberStanding['missed'] {
  const last = late.at(-1)
  return last ? { ...last, count: late.length } : null
}

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
