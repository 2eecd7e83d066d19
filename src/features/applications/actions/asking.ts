import type { Db, Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { type Email, sendOnce } from '../../../platform/mail/index.ts'
import { type Network, networkIn } from '../../../platform/network/index.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { lockRound, roundById } from '../../rounds/index.ts'
import { isLiving } from '../application.ts'
import { problemsOf } from '../checks.ts'
import { questionEmail } from '../emails.ts'
import { mayCleanApplications } from '../policy.ts'
import { applicationById } from '../queries/applications.ts'
import { type AskableKind, isReachable } from '../questions.ts'
import { roundOf } from './in-desk.ts'

/**
 * Sends someone the question that only they can answer, and parks the problem until they do.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-application`
 * @throws Conflict as `questionFor`, and `already-asked` while an earlier one is open
 */
export async function askApplicant(app: App, actor: Actor, id: string, kind: AskableKind): Promise<void> {
  allow(mayCleanApplications(actor))
  const round = await roundOf(app, actor, id)
  await app.db.transaction().execute(async (tx) => {
    await lockRound(tx, round.id)
    const email = await questionFor(tx, actor, { id, kind }, await networkIn(app, tx))
    const asked = await tx
      .insertInto('applicationQuestion')
      .values({ applicationId: id, kind, askedBy: actor.id, askedAt: app.now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!asked) throw new Conflict('already-asked')
    await sendOnce(app, tx, `question:${asked.id}`, email)
    await note(tx, app.now(), actor.id, 'application.asked', id, { kind })
  })
}

/**
 * The email that would go out.
 *
 * @throws NotFound `no-such-application`
 * @throws Conflict `application-settled`, `nothing-to-ask` when the answer is there, `no-address-to-ask`
 */
export async function questionFor(
  db: Db | Tx,
  actor: Actor,
  { id, kind }: { id: string; kind: AskableKind },
  network: Network,
): Promise<Email> {
  const application = await applicationById(db, actor, id)
  if (!isLiving(application)) throw new Conflict('application-settled')
  const problem = problemsOf(application).find((one) => one.kind === kind)
  if (!problem) throw new Conflict('nothing-to-ask')
  if (!isReachable(application)) throw new Conflict('no-address-to-ask')
  const round = await roundById(db, application.roundId)
  return questionEmail({ kind, written: problem.written }, application, { round, network })
}

/**
 * Takes a problem up again without an answer, so that it can be settled or asked about once more.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-application`, `no-such-question` when nobody waits for it any more
 */
export async function stopWaiting(app: App, actor: Actor, id: string, kind: AskableKind): Promise<void> {
  allow(mayCleanApplications(actor))
  const round = await roundOf(app, actor, id)
  await app.db.transaction().execute(async (tx) => {
    await lockRound(tx, round.id)
    const closed = await tx
      .updateTable('applicationQuestion')
      .set({ closedAt: app.now() })
      .where('applicationId', '=', id)
      .where('kind', '=', kind)
      .where('closedAt', 'is', null)
      .returning('id')
      .execute()
    if (closed.length === 0) throw new NotFound('no-such-question')
    await note(tx, app.now(), actor.id, 'application.taken-up', id, { kind })
  })
}
