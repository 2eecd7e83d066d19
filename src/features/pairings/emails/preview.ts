import type { Db } from '../../../db/index.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { introducedOf, reservedOf } from '../queries/introductions.ts'
import { proposalOfRound } from '../queries/scenarios.ts'
import { introductionEmail, type Occasion } from './introduction.tsx'
import { reserveEmail } from './reserve.tsx'

/**
 * The mail that a release would send to someone, word for word.
 *
 * @param id of their application
 * @throws NotFound `no-proposal`, `no-such-participant`
 */
export async function mailFor(db: Db, occasion: Occasion, id: string): Promise<Email> {
  const scenario = await proposalOfRound(db, occasion.round.id)
  const [group] = await introducedOf(db, scenario.id, id)
  const own = group?.members.find((member) => member.applicationId === id)
  if (group && own) return introductionEmail(own, group, occasion)
  const waiting = (await reservedOf(db, scenario.id)).find(({ person }) => person.applicationId === id)
  if (!waiting) throw new NotFound('no-such-participant')
  return reserveEmail(waiting, occasion)
}
