import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { nudgeEmail } from '../emails.ts'
import { mayExportStandings, mayWatchRounds } from '../policy.ts'
import { askedById } from '../queries/asked.ts'
import { historyOf, type PairStanding, standingNamed, standingsOf } from '../queries/standings.ts'
import { isOpen } from './answering.ts'

/**
 * Decides on which days of mentoring a round asks; what has been asked stays asked.
 *
 * @param days in order, each after the first day
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 */
export async function planCheckIns(app: App, actor: Actor, code: string, days: number[]): Promise<void> {
  allow(mayWatchRounds(actor))
  await app.db.transaction().execute(async (tx) => {
    const round = await roundByCode(tx, actor, code)
    const plan = { days, changedAt: app.now(), changedBy: actor.id }
    await tx
      .insertInto('checkInPlan')
      .values({ roundId: round.id, ...plan })
      .onConflict((conflict) => conflict.column('roundId').doUpdateSet(plan))
      .execute()
    await note(tx, app.now(), actor.id, 'check-ins.planned', round.id, { days: days.join(', ') })
  })
}

/**
 * Asks somebody once more who has not answered, by an email that is ready; once for each check-in.
 *
 * @param id of their application
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-such-member`
 * @throws Conflict `never-asked`, `nudged-already`, `check-in-over`
 */
export async function nudge(app: App, actor: Actor, code: string, id: string): Promise<void> {
  allow(mayWatchRounds(actor))
  const round = await roundByCode(app.db, actor, code)
  const { member } = await standingNamed(app.db, round, id, app.now())
  const [last] = (await historyOf(app.db, member)).asked
  if (!last) throw new Conflict('never-asked')
  await app.db.transaction().execute(async (tx) => {
    const asked = await askedById(tx, last.id)
    if (!isOpen(asked, round, app.now())) throw new Conflict('check-in-over')
    const email = nudgeEmail(asked, { app, round, network: await networkIn(app, tx) })
    const isNew = await sendOnce(app, tx, `check-in-nudge:${last.id}`, email)
    if (isNew === 0) throw new Conflict('nudged-already')
    await note(tx, app.now(), actor.id, 'check-in.nudged', member.personId, { round: round.id })
  })
}

/**
 * Writes down something about somebody in a pairing. After a call for help it says what was done, and takes the call off
 * the desk.
 *
 * @param id of their application
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-such-member`
 */
export async function noteMember(
  app: App,
  actor: Actor,
  code: string,
  { id, body }: { id: string; body: string },
): Promise<void> {
  allow(mayWatchRounds(actor))
  const round = await roundByCode(app.db, actor, code)
  const { member } = await standingNamed(app.db, round, id, app.now())
  await app.db.transaction().execute(async (tx) => {
    const { pairingId, applicationId, personId } = member
    const written = { body, writtenBy: actor.id, writtenAt: app.now() }
    await tx
      .insertInto('pairingNote')
      .values({ pairingId, applicationId, personId, ...written })
      .execute()
    await note(tx, app.now(), actor.id, 'pairing.noted', personId, { round: round.id })
  })
}

/**
 * How the pairs of a round get on, for a file.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 */
export async function exportStandings(app: App, actor: Actor, code: string): Promise<PairStanding[]> {
  allow(mayExportStandings(actor))
  const round = await roundByCode(app.db, actor, code)
  const pairs = await standingsOf(app.db, round, app.now())
  const people = pairs.reduce((sum, { members }) => sum + members.length, 0)
  await app.db
    .transaction()
    .execute((tx) => note(tx, app.now(), actor.id, 'standings.exported', round.id, { people }))
  return pairs
}
