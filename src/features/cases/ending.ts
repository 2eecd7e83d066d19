import type { MemberStanding, PairStanding } from '../checkins/index.ts'
import type { Kind, Step } from './case.ts'

/**
 * Who would leave the round if the pairing of a case ended now: whoever was asked, was asked once more and has not answered, or
 * whose emails come back. Null where somebody has to look first: the step is another, somebody says that they are in touch, or
 * there are three of them.
 */
export function leaversOf(
  { kind, next, applicationId }: { kind: Kind; next: Step; applicationId: string },
  { members }: PairStanding,
): MemberStanding[] | null {
  if (next !== 'release' || members.length !== 2) return null
  const leaving = members.filter((one) =>
    kind === 'bounce' ? one.applicationId === applicationId : one.standing === 'silent',
  )
  return leaving.length > 0 && (kind === 'bounce' || !members.some(({ isContent }) => isContent))
    ? leaving
    : null
}
