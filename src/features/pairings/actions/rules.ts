import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import { branch } from '../pages/telling.ts'
import { mayMatch } from '../policy.ts'
import { currentInputs, rulesInForce } from '../queries/inputs.ts'
import { judge, type Two } from '../scenario.ts'
import { scoring } from '../score.ts'
import { lockedRound } from './locking.ts'
import { refuseAfterRelease } from './run.ts'

/**
 * Keeps two participants together in every run from now on.
 *
 * @param two ids of their applications
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-such-participant`
 * @throws Conflict `already-released`, `rule-exists`, `pinned-elsewhere`, and `may-not-be-partners` when a
 *   hard rule stands against it
 */
export async function pinPair(app: App, actor: Actor, code: string, two: Two): Promise<void> {
  await changeRules(app, actor, code, async (tx, round) => {
    const inputs = await currentInputs(tx, round, { seed: 0 })
    const obstacle = judge(inputs.applicants, scoring(inputs), []).obstacle(...two)
    if (obstacle) throw new Conflict('may-not-be-partners', { why: branch(obstacle) })
    const others = inputs.pins.filter((pin) => pin.some((id) => two.includes(id)))
    if (others.some((pin) => !pin.every((id) => two.includes(id)))) throw new Conflict('pinned-elsewhere')
    await insertRule(app, tx, round, actor, 'pin', two)
  })
}

/**
 * Keeps two participants apart in every run from now on. A proposal in which they are partners can no
 * longer be released.
 *
 * @throws as `pinPair`, but for the hard rules
 */
export async function banPair(app: App, actor: Actor, code: string, two: Two): Promise<void> {
  await changeRules(app, actor, code, (tx, round) => insertRule(app, tx, round, actor, 'ban', two))
}

/**
 * Lifts a pin or a ban.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-such-rule`
 * @throws Conflict `already-released`
 */
export async function liftRule(
  app: App,
  actor: Actor,
  code: string,
  { kind, two }: { kind: 'pin' | 'ban'; two: Two },
): Promise<void> {
  await changeRules(app, actor, code, async (tx, round) => {
    const [firstId, secondId] = inOrder(two)
    const lifted = await tx
      .updateTable('pairingRule')
      .set({ liftedAt: app.now() })
      .where('roundId', '=', round.id)
      .where('kind', '=', kind)
      .where('firstId', '=', firstId)
      .where('secondId', '=', secondId)
      .where('liftedAt', 'is', null)
      .executeTakeFirst()
    if (lifted.numUpdatedRows === 0n) throw new NotFound('no-such-rule')
    await note(tx, app.now(), actor.id, `matching.un${kind}`, round.id, { first: firstId, second: secondId })
  })
}

async function changeRules(
  app: App,
  actor: Actor,
  code: string,
  change: (tx: Tx, round: Round) => Promise<void>,
): Promise<void> {
  allow(mayMatch(actor))
  await app.db.transaction().execute(async (tx) => {
    const round = await lockedRound(tx, actor, code)
    await refuseAfterRelease(tx, round.id)
    await change(tx, round)
  })
}

/** Writes a pin or a ban and notes it. */
export async function insertRule(
  app: App,
  tx: Tx,
  round: Round,
  actor: Actor,
  kind: 'pin' | 'ban',
  two: Two,
): Promise<void> {
  const [firstId, secondId] = inOrder(two)
  if (firstId === secondId) throw new Conflict('may-not-be-partners', { why: 'same_person' })
  const known = await tx
    .selectFrom('application')
    .where('roundId', '=', round.id)
    .where('id', 'in', [firstId, secondId])
    .where('acceptedAt', 'is not', null)
    .select('id')
    .execute()
  if (known.length < 2) throw new NotFound('no-such-participant')
  const rules = await rulesInForce(tx, round.id)
  if (rules.some((rule) => rule.firstId === firstId && rule.secondId === secondId))
    throw new Conflict('rule-exists')
  await tx
    .insertInto('pairingRule')
    .values({ roundId: round.id, kind, firstId, secondId, madeBy: actor.id, madeAt: app.now() })
    .execute()
  await note(tx, app.now(), actor.id, `matching.${kind}`, round.id, { first: firstId, second: secondId })
}

const inOrder = ([a, b]: Two): Two => (a < b ? [a, b] : [b, a])
