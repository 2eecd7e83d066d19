import type { MemberStanding, PairStanding } from '../checkins/index.ts'
import type { Kind } from './case.ts'

/** What a case can come of. */
export const whats = [
  'unanswered',
  'unheard',
  'contradiction',
  'help',
  'wrote',
  'bounce',
  'absence',
  'parted',
  'report',
  'by-hand',
] as const
export type What = (typeof whats)[number]

/** Something that happened in a pairing and needs somebody. It is told once, by its key. */
export type Fact = {
  kind: Kind
  what: What
  key: string
  pairingId: string
  roundId: string
  applicationId: string
  personId: string
  /** When what it tells began. */
  since: Date
  /** In somebody's own words. */
  body?: string
}

/**
 * Before so many days of mentoring, not to have heard anything yet is usual.
 *
 * @source docs/decisions/0057-cases.md
 */
export const unheardFromDay = 7

/** What the answers of a pair to check-ins say, and what their silence does. */
export function factsOf({ members }: PairStanding, roundId: string): Fact[] {
  const fact = (member: MemberStanding, kind: Kind, what: What, key: string): Fact => {
    const { pairingId, applicationId, personId } = member
    return {
      ...{ kind, what, key, pairingId, roundId, applicationId, personId },
      since: member.since ?? epoch,
    }
  }
  const help = members.flatMap((one) =>
    one.standing === 'help' || one.standing === 'wrote'
      ? [fact(one, 'help', one.standing, `${one.standing}:${one.answerId}`)]
      : [],
  )
  const quiet = members.filter(isUnwell)
  const content = members.find(({ standing }) => standing === 'in-touch')
  const silence = quiet.map((one) => {
    const [what, said] =
      one.standing === 'silent'
        ? (['unanswered', one.askedId] as const)
        : (['unheard', one.answerId] as const)
    return content
      ? fact(one, 'contradiction', 'contradiction', `contradiction:${content.answerId}:${said}`)
      : fact(one, 'silence', what, `${what}:${said}`)
  })
  return [...help, ...silence]
}

const epoch = new Date(0)

const isUnwell = ({ standing, askedDay }: MemberStanding) =>
  standing === 'silent' || (standing === 'not-yet' && (askedDay ?? 0) >= unheardFromDay)

/** Whether a pair that fell silent has been heard from again: each says that they are in touch. */
export const isHeard = ({ members }: PairStanding): boolean =>
  members.length > 0 && members.every(({ standing }) => standing === 'in-touch')

/** What became of a member of a pairing, as far as a case waits for it. */
export type Fate = {
  applicationId: string
  personId: string
  endedAt: Date | null
  /** They take part still. */
  isIn: boolean
  /** The pairing that they are in now, of how many, and since when; null for who has none. */
  now: { pairingId: string; size: number; since: Date } | null
}

/**
 * How a case ends by itself because of what became of the pairing; null while it goes on.
 *
 * @param kind of a case that a person need not close
 */
export function endOf(
  { kind, pairingId, applicationId }: { kind: Kind; pairingId: string; applicationId: string },
  fates: readonly Fate[],
): 'left' | 'rematched' | 'trio' | 'in-touch' | null {
  if (kind === 'conduct') return null
  const living = fates.filter(({ endedAt }) => endedAt === null)
  const about = fates.find((one) => one.applicationId === applicationId)
  if (living.length > 1) {
    if (kind === 'parted') return 'in-touch'
    return about && !about.isIn ? 'left' : null
  }
  const staying = fates.filter(({ isIn }) => isIn)
  if (staying.length === 0) return 'left'
  const placed = staying.filter(({ now }) => now !== null && now.pairingId !== pairingId)
  if (placed.length < staying.length) return null
  return placed.some(({ now }) => (now?.size ?? 0) > 2) ? 'trio' : 'rematched'
}
