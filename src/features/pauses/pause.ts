import type { Phase, Round } from '../rounds/index.ts'

/** What people have begun together must come to its end first. */
const inTheWay: readonly Phase[] = ['matching', 'introduced', 'running']
/** To these nobody can apply any more. */
const called: readonly Phase[] = ['upcoming', 'applying']

/** What a pause means for the rounds there are; drafts and those that have ended are not touched. */
export type Standing = {
  /** While there is one of these, the network is not paused. */
  inTheWay: { round: Round; phase: Phase }[]
  closing: Round[]
}

export function standingOf(phased: readonly { round: Round; phase: Phase }[]): Standing {
  return {
    inTheWay: phased.filter(({ phase }) => inTheWay.includes(phase)),
    closing: phased.filter(({ phase }) => called.includes(phase)).map(({ round }) => round),
  }
}
