import type { Phase, Round } from '../rounds/index.ts'

/** Where the work on a round stands, in numbers. */
export type RoundStanding = {
  round: Round
  phase: Phase
  /** Applications that still ask for a place or have one; without merged, dropped and withdrawn ones. */
  applications: number
  /** Problems and probable duplicates still to be settled, parked ones left out. */
  toClean: number
  /** Clean applications that have no answer yet. */
  ready: number
  accepted: number
  waiting: number
  /** The proposal that would be released; null while there is none. */
  proposal: { number: number; pairs: number; reserve: number } | null
  released: { at: Date; mails: number; sent: number } | null
  /** Participants of a released round who have no partner now. */
  withoutPartner: number
  topics: { written: number; published: number; due: number; nextDueOn: string | null }
}

const stepNames = ['announce', 'import', 'clean', 'cap', 'match', 'release', 'topic'] as const
export type StepName = (typeof stepNames)[number]

/** A step is done by what is there, so that it opens again when something is added: a late application, say. */
const isDone: Record<StepName, (standing: RoundStanding) => boolean> = {
  announce: ({ round }) => round.announcedAt !== null,
  import: ({ applications }) => applications > 0,
  clean: ({ applications, toClean }) => applications > 0 && toClean === 0,
  cap: ({ round, ready, accepted }) => round.capAppliedAt !== null && accepted > 0 && ready === 0,
  match: ({ proposal, released }) => proposal !== null || released !== null,
  release: ({ released }) => released !== null,
  topic: ({ topics }) => topics.published > 0,
}

export type StepState = 'done' | 'now' | 'next'

/** The steps of a round; `now` is the first that is not done. */
export function stepsOf(standing: RoundStanding): { name: StepName; state: StepState }[] {
  const next = nextStep(standing)
  return stepNames.map((name) => ({
    name,
    state: isDone[name](standing) ? 'done' : name === next ? 'now' : 'next',
  }))
}

/** The step to take next, or people who want a new partner; null when all is done. */
export const nextStep = (standing: RoundStanding): StepName | 'rematch' | null =>
  stepNames.find((name) => holdsUp(name, standing)) ?? (wantsRematch(standing) ? 'rematch' : null)

/** Questions that are left when the cap has been applied hold up nothing: they wait in the list of what is open. */
const holdsUp = (name: StepName, standing: RoundStanding) =>
  !isDone[name](standing) && !(name === 'clean' && standing.round.capAppliedAt !== null)

const wantsRematch = ({ released, phase, withoutPartner }: RoundStanding) =>
  released !== null && phase !== 'ended' && withoutPartner > 0

/** Rounds that need hands: everything but what has ended and was released, or ended without a single application. */
export const needsHands = (standing: RoundStanding): boolean =>
  standing.phase !== 'ended' || (standing.applications > 0 && standing.released === null)
