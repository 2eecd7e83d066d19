import type { MemberStanding, PairStanding } from '../checkins/index.ts'
import { dueAfter, type Kind, type Step } from './case.ts'

/** What is known of a pairing beside how the two stand. */
export type Known = {
  /** Whom an email has asked once more, and when; the first first. */
  nudges: readonly { personId: string; at: Date }[]
  /** When either was back from their last absence; null where nobody was away. */
  backAt: Date | null
  /** Days that each step of the case has. */
  days: readonly number[]
  now: Date
}

type Case = { kind: Kind; next: Step; applicationId: string }

/**
 * Who would leave the round if the pairing of a case ended now: whoever was asked, was asked once more and has had the days
 * of that step to answer, or whose emails come back. Null where somebody has to look first: the step is another, somebody
 * says that they are in touch or wrote a word that waits for a person, one of two who are silent has time still, or there
 * are three of them.
 */
export function leaversOf(
  { kind, next, applicationId }: Case,
  { members }: PairStanding,
  known: Known,
): MemberStanding[] | null {
  if (next !== 'release' || members.length !== 2 || members.some(isToBeReadFirst)) return null
  const isOutOfReach = (one: MemberStanding) => kind === 'bounce' && one.applicationId === applicationId
  const silent = members.filter(({ standing }) => standing === 'silent')
  if (silent.length === 0 || (kind === 'bounce' && !silent.some(isOutOfReach))) return null
  return silent.every((one) => isOutOfReach(one) || hasHadTime(one, known)) ? silent : null
}

const isToBeReadFirst = ({ isContent, standing, words }: MemberStanding) =>
  isContent || standing === 'wrote' || (standing === 'help' && words !== '')

/** Whether so many days have passed since somebody was first asked once more, and since they were back, as the last step has. */
function hasHadTime({ personId, since }: MemberStanding, { nudges, backAt, days, now }: Known): boolean {
  const nudge = nudges.find(({ personId: whom, at }) => whom === personId && since !== null && at >= since)
  if (!nudge) return false
  const from = backAt !== null && backAt > nudge.at ? backAt : nudge.at
  return dueAfter(from, days, days.length - 1) <= now
}
