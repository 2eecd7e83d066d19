import type { MemberStanding, PairStanding } from '../checkins/index.ts'
import type { Kind } from './case.ts'

/** What a case can come of. */
const whats = [
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
type What = (typeof whats)[number]

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
const unheardFromDay = 7

/** What the answers of a pair to check-ins say, and what their silence does. */
export function factsOf({ members }: PairStanding, roundId: string): Fact[] {
  const fact = (member: MemberStanding, kind: Kind, what: What, key: string): Fact => {
    const { pairingId, applicationId, personId, unheardSince, missed } = member
    return {
      ...{ kind, what, key, pairingId, roundId, applicationId, personId },
      since: what === 'unheard' ? unheardSince : (missed?.at ?? member.since ?? epoch),
    }
  }
  const content = members.find(({ isContent }) => isContent)
  const help = members.flatMap((one) => {
    if (one.standing !== 'help' && one.standing !== 'wrote') return []
    // Who calls without a word while the other says nothing either calls about that: it is one matter with the silence.
    const others = members.filter((other) => other !== one)
    const isAboutSilence = one.standing === 'help' && one.words === '' && others.every(saysNothing)
    const told = fact(
      one,
      isAboutSilence ? 'silence' : 'help',
      one.standing,
      `${one.standing}:${one.answerId}`,
    )
    const [silent] = others
    // Told by whoever calls; the case is about the other.
    return [isAboutSilence && silent ? { ...told, applicationId: silent.applicationId } : told]
  })
  // The case is about whoever is silent, before whoever hears nothing of them.
  const unwell = members.filter(isUnwell).toSorted((one, other) => rankOf(one) - rankOf(other))
  const silence = unwell.flatMap((one) => {
    const [what, said] =
      one.standing === 'silent'
        ? (['unanswered', one.missed?.id] as const)
        : (['unheard', one.answerId] as const)
    if (!content) return [fact(one, 'silence', what, `${what}:${said}`)]
    // The partner hears from them; they do not read us.
    if (one.standing === 'silent' && !isDoubted(one)) return []
    return [fact(one, 'contradiction', 'contradiction', `contradiction:${content.answerId}:${said}`)]
  })
  return [...silence, ...help]
}

const epoch = new Date(0)

const isUnwell = ({ standing, day }: MemberStanding) =>
  standing === 'silent' || (standing === 'not-yet' && day >= unheardFromDay)

const saysNothing = (one: MemberStanding) =>
  one.standing === 'silent' || (one.standing === 'asked' && !one.isContent)

const rankOf = ({ standing }: MemberStanding) => (standing === 'silent' ? 0 : 1)

/** Whether what somebody said last was not that they are in touch. */
const isDoubted = ({ said }: MemberStanding) => said !== null && said !== 'yes'

/**
 * Whether a pair that fell silent has been heard from again: one of them says that they are in touch, and nobody has said
 * otherwise since they last did.
 */
export const isHeard = ({ members }: PairStanding): boolean =>
  members.some(({ isContent }) => isContent) && !members.some(isDoubted)

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
