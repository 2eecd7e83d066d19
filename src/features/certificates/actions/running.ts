import type { App } from '../../../platform/app.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { note } from '../../../platform/journal.ts'
import { sendAllOnce, sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import type { Rule } from '../certificate.ts'
import { nameEmail, withdrawnEmail } from '../emails/letters.ts'
import { issueSome } from '../jobs.ts'
import { mayRunCertificates } from '../policy.ts'
import { certificateById } from '../queries/certificates.ts'
import { personOf } from '../queries/own.ts'
import { waitingForName } from '../queries/round.ts'
import { insertCertificate } from './asking.ts'

/**
 * Withdraws a certificate: its page and its badge say so from then on, and the person is told why.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-such-certificate`
 * @throws Conflict `already-withdrawn`
 */
export async function withdrawCertificate(
  app: App,
  actor: Actor,
  code: string,
  { id, why }: { id: string; why: string },
): Promise<void> {
  allow(mayRunCertificates(actor))
  await app.db.transaction().execute(async (tx) => {
    const round = await roundByCode(tx, actor, code)
    await tx.selectFrom('certificate').where('id', '=', id).select('id').forUpdate().execute()
    const certificate = await certificateById(tx, id)
    if (certificate.roundId !== round.id) throw new NotFound('no-such-certificate')
    // The same reason again is a button that was pressed twice.
    if (certificate.standing === 'withdrawn' && certificate.withdrawnWhy === why) return
    if (certificate.withdrawnAt) throw new Conflict('already-withdrawn')
    await tx
      .updateTable('certificate')
      .set({ withdrawnAt: app.now(), withdrawnBy: actor.id, withdrawnWhy: why })
      .where('id', '=', id)
      .execute()
    await note(tx, app.now(), actor.id, 'certificate.withdrawn', certificate.personId, { round: round.id })
    const to = await personOf(tx, certificate.personId)
    if (to) {
      const email = withdrawnEmail(to, { round, network: await networkIn(app, tx), why })
      await sendOnce(app, tx, `certificate-withdrawn:${id}`, email)
    }
  })
}

/**
 * Issues a withdrawn certificate again, as it was written: the new one takes its place, and can be written anew. One that
 * another has replaced stays so.
 *
 * @throws as `withdrawCertificate`, and Conflict `not-withdrawn`
 */
export async function issueAgain(app: App, actor: Actor, code: string, id: string): Promise<void> {
  allow(mayRunCertificates(actor))
  await app.db.transaction().execute(async (tx) => {
    const round = await roundByCode(tx, actor, code)
    await tx.selectFrom('certificate').where('id', '=', id).select('id').forUpdate().execute()
    const old = await certificateById(tx, id)
    if (old.roundId !== round.id) throw new NotFound('no-such-certificate')
    if (old.standing === 'replaced') return
    if (old.standing !== 'withdrawn' || old.nameWritten === '') throw new Conflict('not-withdrawn')
    const { applicationId, roundId, personId, locale, nameWritten, checkIns, endSurvey } = old
    const fresh = { applicationId, roundId, personId, locale, nameWritten, checkIns, endSurvey, replaces: id }
    const newId = await insertCertificate(app, tx, fresh)
    await note(tx, app.now(), actor.id, 'certificate.again', personId, { round: roundId })
    await enqueue(app, tx, issueSome, { ids: [newId] })
  })
}

/**
 * Decides who gets a certificate of a round; those that were issued stay.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 */
export async function setRule(app: App, actor: Actor, code: string, rule: Rule): Promise<void> {
  allow(mayRunCertificates(actor))
  await app.db.transaction().execute(async (tx) => {
    const round = await roundByCode(tx, actor, code)
    const set = { ...rule, changedAt: app.now(), changedBy: actor.id }
    await tx
      .insertInto('certificateRule')
      .values({ roundId: round.id, ...set })
      .onConflict((conflict) => conflict.column('roundId').doUpdateSet(set))
      .execute()
    await note(tx, app.now(), actor.id, 'certificates.ruled', round.id, rule)
  })
}

/**
 * Writes to everyone who has earned a certificate and has not said how the name is written; once each.
 *
 * @returns to how many
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `nobody-waits-for-a-name`
 */
export async function remindOfName(app: App, actor: Actor, code: string): Promise<number> {
  allow(mayRunCertificates(actor))
  return app.db.transaction().execute(async (tx) => {
    const round = await roundByCode(tx, actor, code)
    const network = await networkIn(app, tx)
    const waiting = await waitingForName(tx, round, app.now())
    const sent = await sendAllOnce(
      app,
      tx,
      waiting.map((to) => ({
        key: `certificate-name:${to.applicationId}`,
        email: nameEmail(to, { app, round, network }),
      })),
    )
    if (sent === 0) throw new Conflict('nobody-waits-for-a-name')
    await note(tx, app.now(), actor.id, 'certificates.reminded', round.id, { people: sent })
    return sent
  })
}
