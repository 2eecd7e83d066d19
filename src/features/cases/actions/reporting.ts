import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { sendAllOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import { type Actor, inCharge, isSignedIn } from '../../people/index.ts'
import { reportEmail } from '../emails.ts'
import { ladderOf } from '../queries/ladder.ts'
import { reportableBy } from '../queries/reports.ts'
import { keptOutOf } from '../queries/volunteers.ts'
import { tellFacts } from './opening.ts'

/** What somebody reports: about whom, in their own words, and who of the team must not read it. */
export type Report = {
  once: string
  pairingId: string
  applicationId: string
  body: string
  barred: string[]
}

/**
 * Takes a report under the code of conduct. Directors get an email that tells nothing of it; who was ever paired with one of
 * the two, and whom its writer names, can never read it.
 *
 * @throws Forbidden for a visitor
 * @throws NotFound `no-such-partner` for somebody they were never paired with
 * @throws Conflict `nobody-to-read`, when no director would be left
 */
export async function reportConduct(app: App, actor: Actor, report: Report): Promise<void> {
  allow(isSignedIn(actor))
  const now = app.now()
  await app.db.transaction().execute(async (tx) => {
    const { pairingId, applicationId, once, body } = report
    const about = (await reportableBy(tx, actor.id, now)).find(
      (one) => one.pairingId === pairingId && one.applicationId === applicationId,
    )
    if (!about) throw new NotFound('no-such-partner')
    const { ladder } = await ladderOf(tx, about.roundId)
    const fact = { kind: 'conduct', what: 'report', key: `report:${once}`, since: now, body } as const
    const isNew = await tellFacts(tx, [{ ...about, ...fact, personId: actor.id }], { ladder, now })
    if (isNew === 0) return
    const { id, number } = await tx
      .selectFrom('pairingCase')
      .where('pairingId', '=', pairingId)
      .where('kind', '=', 'conduct')
      .where('applicationId', '=', applicationId)
      .select(['id', 'number'])
      .executeTakeFirstOrThrow()
    await bar(tx, id, report.barred)
    await tellDirectors(app, tx, { id, number, once })
    // Who reported it is nobody's business but theirs who read it.
    await note(tx, now, null, 'report.received', id, { round: about.roundId })
  })
}

async function bar(tx: Tx, caseId: string, barred: readonly string[]): Promise<void> {
  if (barred.length === 0) return
  await tx
    .insertInto('caseBarred')
    .values(barred.map((personId) => ({ caseId, personId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function tellDirectors(
  app: App,
  tx: Tx,
  { id, number, once }: { id: string; number: number; once: string },
) {
  const { people } = await inCharge(tx, 'director', app.now())
  const keptOut = await keptOutOf(
    tx,
    id,
    people.map((one) => one.id),
  )
  const readers = people.filter((one) => !keptOut.has(one.id))
  if (readers.length === 0) throw new Conflict('nobody-to-read')
  const network = await networkIn(app, tx)
  const mails = readers.map((to) => ({
    key: `report:${once}:${to.id}`,
    email: reportEmail(to, number, { network }),
  }))
  await sendAllOnce(app, tx, mails)
}
