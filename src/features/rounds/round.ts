import { addDays, dayIn, daysBetween, isBefore } from '../../platform/days.ts'

/** One run of the programme. */
export type Round = {
  id: string
  /** For example `2016A`. */
  code: string
  /** Its own; empty where it is called by its code: see `roundTitle`. */
  title: string
  /** First instant to apply. */
  applyFrom: Date
  /** First instant after the deadline. */
  applyUntil: Date
  /** First and last day of mentoring, `YYYY-MM-DD`, both included. */
  startsOn: string
  endsOn: string
  /** IANA zone in which deadlines are named. */
  zone: string
  /** Most of the accepted that may come from one country, in percent. */
  capPercent: number
  /** Days after the start on which a topic is due. */
  topicDays: number[]
  /** Null while only coordinators can see it. */
  announcedAt: Date | null
  /** When the country cap was last applied. */
  capAppliedAt: Date | null
  /** When its participants were introduced to their partners; null while they are not. */
  releasedAt: Date | null
}

/** What a coordinator decides about a round. */
export type RoundPlan = Pick<
  Round,
  'code' | 'title' | 'applyFrom' | 'applyUntil' | 'startsOn' | 'endsOn' | 'zone' | 'capPercent' | 'topicDays'
>

const phases = ['draft', 'upcoming', 'applying', 'matching', 'introduced', 'running', 'ended'] as const
export type Phase = (typeof phases)[number]

/**
 * Where a round stands. Derived, never stored, so that it cannot go stale. It is being matched until its partners
 * are introduced, also when that is later than planned.
 *
 * @param now an instant; days are those of the round's zone.
 */
export function phaseOf(round: Round, now: Date): Phase {
  const today = dayIn(now, round.zone)
  if (round.announcedAt === null) return 'draft'
  if (isBefore(now, round.applyFrom)) return 'upcoming'
  if (isBefore(now, round.applyUntil)) return 'applying'
  if (today > round.endsOn) return 'ended'
  if (round.releasedAt === null) return 'matching'
  return today < round.startsOn ? 'introduced' : 'running'
}

/** Those that people are matched for or talk in come before those that others apply for meanwhile. */
export const inHandFirst = (rounds: readonly Round[], now: Date): Round[] =>
  rounds.toSorted((one, other) => Number(isInHand(other, now)) - Number(isInHand(one, now)))

const isInHand = (round: Round, now: Date) =>
  ['matching', 'introduced', 'running'].includes(phaseOf(round, now))

/** The days on which the topics of a round are due, in order. */
export const topicDaysOf = (round: Pick<Round, 'startsOn' | 'topicDays'>): string[] =>
  round.topicDays.map((days) => addDays(round.startsOn, days))

/**
 * The plan of the next round: the last one with every date moved by as much as its start, weekdays kept when
 * the start keeps its own. Hours stay those of the clock in the round's zone, also over a change of summer time.
 *
 * @param startsOn first day of the new round
 */
export function shiftedPlan(round: Round, code: string, startsOn: string): RoundPlan {
  const days = daysBetween(round.startsOn, startsOn)
  const shift = (at: Date) =>
    new Date(
      Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(round.zone).add({ days })
        .epochMilliseconds,
    )
  return {
    code,
    title: round.title.replaceAll(round.code, code),
    applyFrom: shift(round.applyFrom),
    applyUntil: shift(round.applyUntil),
    startsOn,
    endsOn: addDays(round.endsOn, days),
    zone: round.zone,
    capPercent: round.capPercent,
    topicDays: round.topicDays,
  }
}

/** Half a year later, on the same weekday: what a clone suggests. */
export const suggestedStart = (round: Round): string => addDays(round.startsOn, 26 * 7)

/** 2016A is followed by 2016B, and that by 2017A. */
export function suggestedCode(code: string): string {
  const year = Number(code.slice(0, 4))
  return code.endsWith('A') ? `${year}B` : `${year + 1}A`
}
