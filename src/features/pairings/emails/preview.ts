import type { Db } from '../../../db/index.ts'
import { isUuid } from '../../../platform/ids.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { proposalOfRound } from '../../scenarios/index.ts'
import { introducedOf, reservedOf } from '../queries/introductions.ts'
import { type Because, freePeople, rematchProposal } from '../queries/rematch.ts'
import { type Beginning, introductionEmail } from './introduction.ts'
import { reserveEmail } from './reserve.ts'
import type { Occasion } from './to-participant.ts'
import { waitingEmail } from './waiting.ts'

/**
 * The mail that a release would send to someone, word for word.
 *
 * @param id of their application
 * @throws NotFound `no-proposal`, `no-such-participant`
 */
export async function mailFor(db: Db, occasion: Occasion, id: string): Promise<Email> {
  const scenario = await proposalOfRound(db, occasion.round.id)
  if (!isUuid(id)) throw new NotFound('no-such-participant')
  const [group] = await introducedOf(db, scenario.id, id)
  const own = group?.members.find((member) => member.applicationId === id)
  if (group && own) return introductionEmail(own, group, occasion)
  const waiting = (await reservedOf(db, scenario.id)).find(({ person }) => person.applicationId === id)
  if (!waiting) throw new NotFound('no-such-participant')
  return reserveEmail(waiting, occasion)
}

/** How a new partner comes to someone who had none. */
export const beginningFor = (because: Because): Beginning => (because === 'parted' ? 'parted' : 'waited')

/**
 * The mail that the release of the new pairs would send to someone, word for word.
 *
 * @param id of their application
 * @throws NotFound `no-proposal`, `no-such-participant` also for anyone who waits and gets nothing new: they know it
 *   already, or are held
 */
export async function rematchMailFor(db: Db, occasion: Occasion, id: string): Promise<Email> {
  const { round } = occasion
  const scenario = await rematchProposal(db, round.id)
  const free = (await freePeople(db, round)).find(({ applicationId }) => applicationId === id)
  if (!free) throw new NotFound('no-such-participant')
  const [group] = await introducedOf(db, scenario.id, id)
  const own = group?.members.find((member) => member.applicationId === id)
  if (group && own) return introductionEmail(own, group, occasion, beginningFor(free.because))
  const waiting = (await reservedOf(db, scenario.id)).find(({ person }) => person.applicationId === id)
  if (!waiting || free.isTold || free.isHeld) throw new NotFound('no-such-participant')
  return waitingEmail({ person: waiting.person, because: free.because, key: free.toldKey }, occasion)
}
