import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { mayExportStandings, mayWatchRounds } from '../policy.ts'
import { ofOthers, type PairStanding, standingsOf } from '../queries/standings.ts'

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
 * How the pairs of a round get on, for a file.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 */
export async function exportStandings(
  app: App,
  actor: Actor,
  code: string,
): Promise<readonly PairStanding[]> {
  allow(mayExportStandings(actor))
  const round = await roundByCode(app.db, actor, code)
  const pairs = ofOthers(await standingsOf(app.db, round, app.now()), actor)
  const people = pairs.reduce((sum, { members }) => sum + members.length, 0)
  await app.db
    .transaction()
    .execute((tx) => note(tx, app.now(), actor.id, 'standings.exported', round.id, { people }))
  return pairs
}
