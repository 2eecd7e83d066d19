import { type Folded, folded, type Group, groupsOf, inSteps } from '../../platform/small-numbers.ts'
import type { ShortAddressCounts } from '../calls/index.ts'
import type { Round } from '../rounds/index.ts'
import { type Places, spoken } from './published.ts'

/** An application, as much of it as is counted. */
export type Counted = {
  submittedAt: Date
  isAccepted: boolean
  isWaiting: boolean
  sector: string | null
  languages: readonly string[]
  isFirst: boolean
}

/** A round with what was sent to it from one country. */
export type Sent = { round: Round; applications: readonly Counted[] }

/** One week of a call, with all that came until its end. */
export type Week = {
  number: number
  /** Its last instant so far. */
  until: Date
  begun: number
  sent: number
  /** Sent by the same time of the last call; null without one. */
  before: number | null
}

/** What anyone who follows a country may know of a call: of nobody, and in steps of five. */
export type CountryStanding = {
  country: string
  round: Round
  /** The call before it, and how many it had in the end. */
  last: { round: Round; sent: number } | null
  sent: number
  accepted: number
  waiting: number
  /** Begun on the form, and not sent. */
  unsent: number
  /** Most places that may go to the country. */
  most: number
  /** Whether that is said for a round as large as the last. */
  isAsLast: boolean
  places: Places
  weeks: Week[]
  languages: Group[]
  sectors: Folded
  experience: Folded
  /** The short address while the call is open, if there is one. */
  short: (ShortAddressCounts & { code: string }) | null
}

const weekMs = 7 * 24 * 60 * 60_000

/** The weeks of a call until now; the last one has all that came, late ones as well. */
export function weeksOf(
  { round, applications }: Sent,
  begun: readonly Date[],
  last: Sent | null,
  now: Date,
): Week[] {
  const { applyFrom, applyUntil } = round
  const isOver = now >= applyUntil
  const end = isOver ? applyUntil : now
  const count = Math.max(0, Math.ceil((end.getTime() - applyFrom.getTime()) / weekMs))
  return Array.from({ length: count }, (_, index) => {
    const isLast = index === count - 1
    const until = isLast ? end : new Date(applyFrom.getTime() + (index + 1) * weekMs)
    const before = (at: Date) => isLast || at < until
    return {
      number: index + 1,
      until,
      begun: inSteps(begun.filter(before).length),
      sent: inSteps(applications.filter(({ submittedAt }) => before(submittedAt)).length),
      before: last && inSteps(sentBy(last, until.getTime() - applyFrom.getTime())),
    }
  })
}

/** How many were sent within so many milliseconds of a call's opening. */
const sentBy = ({ round, applications }: Sent, ms: number) =>
  applications.filter(({ submittedAt }) => submittedAt.getTime() - round.applyFrom.getTime() < ms).length

/** What the applications of a country have in common. */
export const traitsOf = (applications: readonly Counted[]) => ({
  languages: spoken(groupsOf(applications.flatMap(({ languages }) => languages))),
  sectors: folded(groupsOf(applications.map(({ sector }) => sector ?? 'other'))),
  experience: folded(groupsOf(applications.map(({ isFirst }) => (isFirst ? 'first' : 'again')))),
})

/** The call to follow: the one that people apply for, else the one that opened last, else the next. */
export function callToFollow(rounds: readonly Round[], now: Date): Round | null {
  const announced = byOpening(rounds)
  return announced.find(({ applyFrom }) => applyFrom <= now) ?? announced.at(-1) ?? null
}

/** The call before one. */
export const callBefore = (rounds: readonly Round[], { applyFrom }: Round): Round | null =>
  byOpening(rounds).find((one) => one.applyFrom < applyFrom) ?? null

/** Announced ones, the latest first. */
export const byOpening = (rounds: readonly Round[]) =>
  rounds
    .filter(({ announcedAt }) => announcedAt !== null)
    .toSorted((a, b) => b.applyFrom.getTime() - a.applyFrom.getTime())

/** Who speaks for a country, or will. */
export type Ambassador = {
  grantId: string
  personId: string
  name: string
  startsOn: string
  endsOn: string | null
}

/** A country as coordinators see it beside the others. */
export type CountryRow = {
  country: string
  now: number
  /** By the same time of the call before. */
  before: number
  ambassadors: readonly Ambassador[]
  invited: readonly { id: string; name: string; email: string; invitedAt: Date }[]
}

/** What a country wants for, the most urgent first. */
export const needs = ['missing', 'fewer', 'no-ambassador', 'none', 'not-yet'] as const
export type Need = (typeof needs)[number]

export function needOf({ now, before, ambassadors, invited }: CountryRow): Need {
  if (now === 0) return before > 0 ? 'missing' : 'not-yet'
  if (now < before) return 'fewer'
  return ambassadors.length + invited.length === 0 ? 'no-ambassador' : 'none'
}

/**
 * By need; where that is the same, those without an ambassador first, and then those that had the most.
 *
 * @param inOrder compares codes as their names are read
 */
export const byNeed = (
  rows: readonly CountryRow[],
  inOrder: (a: string, b: string) => number,
): CountryRow[] =>
  rows.toSorted(
    (a, b) =>
      needs.indexOf(needOf(a)) - needs.indexOf(needOf(b)) ||
      Number(a.ambassadors.length > 0) - Number(b.ambassadors.length > 0) ||
      b.before - a.before ||
      b.now - a.now ||
      inOrder(a.country, b.country),
  )
