import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { chunks } from '../../../platform/chunks.ts'
import { note } from '../../../platform/journal.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { problemKinds } from '../checks.ts'
import { obviousPlan } from '../mends.ts'
import { type Choice, chosenAmong, obviousRows } from '../obvious.ts'
import { mayCleanApplications } from '../policy.ts'
import { applicationsOf, settledPairs } from '../queries/applications.ts'
import { leftOutOf } from '../queries/left-out.ts'
import { type Done, inDesk } from './in-desk.ts'

/**
 * Does what nobody would doubt, in one step that can be taken back in one.
 *
 * @param choice which rows are accepted; those of the page that are not ticked stay questions, and are not offered as
 *   obvious again. Everything by default, but for what was left out before.
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 */
export async function acceptObvious(
  app: App,
  actor: Actor,
  roundCode: string,
  choice?: Choice,
): Promise<Done & { leftOut: number }> {
  allow(mayCleanApplications(actor))
  const round = await roundByCode(app.db, actor, roundCode)
  let leftOut = 0
  const done = await inDesk(app, actor, round, 'desk.obvious-accepted', async (tx) => {
    const applications = await applicationsOf(tx, actor, round.id)
    const settled = await settledPairs(tx, round.id)
    const before = await leftOutOf(tx, round.id)
    const without = (left: ReadonlySet<string>) => obviousPlan(applications, settled, (one) => left.has(one))
    const all = without(before)
    if (!choice) return all
    const byId = new Map(applications.map((one) => [one.id, one]))
    const chosen = chosenAmong(obviousRows(all, problemKinds, byId), choice)
    leftOut = chosen.leftOut.length
    await leaveOut(app, tx, actor, round.id, chosen.leftOut)
    if (choice.isAll) return without(new Set([...before, ...chosen.leftOut]))
    return obviousPlan(applications, settled, (question) => !chosen.accepted.has(question))
  })
  return { ...done, leftOut }
}

async function leaveOut(app: App, tx: Tx, actor: Actor, roundId: string, questions: readonly string[]) {
  if (questions.length === 0) return
  for (const some of chunks(questions)) {
    const left = { leftBy: actor.id, leftAt: app.now() }
    await tx
      .insertInto('obviousLeftOut')
      .values(some.map((question) => ({ ...partsOf(question), ...left })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await note(tx, app.now(), actor.id, 'desk.left-out', roundId, { count: questions.length })
}

/** What `mendKey` and `pairKey` were made of. */
function partsOf(question: string) {
  const [first = '', second = ''] = question.split(/[ :]/)
  return question.includes(' ')
    ? { applicationId: first, otherId: second, kind: 'duplicate' }
    : { applicationId: second, otherId: null, kind: first }
}
