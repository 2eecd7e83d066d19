import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import { branch } from '../../../platform/words.ts'
import type { Actor } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import { lockedRound } from '../../rounds/index.ts'
import { mayMatch } from '../policy.ts'
import { currentInputs, rulesInForce } from '../queries/inputs.ts'
import { judged, type Two } from '../scenario/scenario.ts'
import { refuseAfterRelease } from './run.ts'
import { refuseUnlessIn } from './standing.ts'

/** A rule as it is asked for; a hold is about one person alone. */
export type AskedRule = { kind: 'pin' | 'ban' | 'hold'; two: readonly [string, string | null] }

/**
 * Keeps two participants together in every run from now on.
 *
 * @param two ids of their applications
 * @returns the round
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-such-participant`
 * @throws Conflict `already-released`, `rule-exists`, `pinned-elsewhere`, `is-held` when one of them is held in
 *   reserve, and `may-not-be-partners` when a hard rule stands against it
 */
export async function pinPair(app: App, actor: Actor, code: string, two: Two): Promise<Round> {
  return changeRules(app, actor, code, async (tx, round) => {
    const inputs = await currentInputs(tx, round, { seed: 0 })
    refuseUnlessIn(inputs, two)
    const obstacle = judged(inputs).by.hardRule(...two)
    if (obstacle) throw new Conflict('may-not-be-partners', { why: branch(obstacle) })
    if (two.some((id) => inputs.held.includes(id))) throw new Conflict('is-held')
    const others = inputs.pins.filter((pin) => pin.some((id) => two.includes(id)))
    if (others.some((pin) => !pin.every((id) => two.includes(id)))) throw new Conflict('pinned-elsewhere')
    await insertRule(app, tx, round, actor, { kind: 'pin', two })
    return { act: 'matching.pin', two }
  })
}

/**
 * Keeps two participants apart in every run from now on. A proposal in which they are partners can no
 * longer be released.
 *
 * @throws as `pinPair`, but for the hard rules
 */
export async function banPair(app: App, actor: Actor, code: string, two: Two): Promise<void> {
  await changeRules(app, actor, code, async (tx, round) => {
    await insertRule(app, tx, round, actor, { kind: 'ban', two })
    return { act: 'matching.ban', two }
  })
}

/**
 * Lifts a pin, a ban or a hold. Anyone who was held waits in reserve until the next run or a swap.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-such-rule`
 * @throws Conflict `already-released`
 */
export async function liftRule(
  app: App,
  actor: Actor,
  code: string,
  { kind, two }: AskedRule,
): Promise<void> {
  await changeRules(app, actor, code, async (tx, round) => {
    const rules = await rulesInForce(tx, round.id)
    const rule = rules.find((one) => one.kind === kind && isAbout(one, two))
    if (!rule) throw new NotFound('no-such-rule')
    await liftRules(tx, round.id, { ids: [rule.id] }, app.now())
    return { act: `matching.un${kind}`, two }
  })
}

type Noted = { act: `matching.${'pin' | 'ban' | `un${AskedRule['kind']}`}`; two: AskedRule['two'] }

async function changeRules(
  app: App,
  actor: Actor,
  code: string,
  change: (tx: Tx, round: Round) => Promise<Noted>,
): Promise<Round> {
  allow(mayMatch(actor))
  return app.db.transaction().execute(async (tx) => {
    const round = await lockedRound(tx, actor, code)
    await refuseAfterRelease(tx, round.id)
    const { act, two } = await change(tx, round)
    const [first, second] = inOrder(two)
    await note(tx, app.now(), actor.id, act, round.id, second === null ? { first } : { first, second })
    return round
  })
}

/**
 * Writes a rule. @returns its id
 *
 * @throws NotFound `no-such-participant`
 * @throws Conflict `rule-exists`, `may-not-be-partners` for someone with themself
 */
export async function insertRule(
  app: App,
  tx: Tx,
  round: Round,
  actor: Actor,
  { kind, two }: AskedRule,
): Promise<string> {
  const [firstId, secondId] = inOrder(two)
  if (firstId === secondId) throw new Conflict('may-not-be-partners', { why: 'same_person' })
  await refuseStrangers(tx, round.id, two)
  const made = await tx
    .insertInto('pairingRule')
    .values({ roundId: round.id, kind, firstId, secondId, madeBy: actor.id, madeAt: app.now() })
    .onConflict((rule) => rule.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw new Conflict('rule-exists')
  return made.id
}

async function refuseStrangers(tx: Tx, roundId: string, two: AskedRule['two']): Promise<void> {
  const ids = new Set(two.filter((id) => id !== null))
  const known = await tx
    .selectFrom('participant')
    .where('roundId', '=', roundId)
    .where('applicationId', 'in', [...ids])
    .select('applicationId')
    .execute()
  if (known.length < ids.size) throw new NotFound('no-such-participant')
}

/** Which rules to lift: by id, the pins within a group, the holds of people. */
export type Lifting = { ids?: readonly string[]; pinsOf?: readonly string[]; holdsOf?: readonly string[] }

/** Lifts rules that are in force. @returns their ids */
export async function liftRules(
  tx: Tx,
  roundId: string,
  { ids = [], pinsOf = [], holdsOf = [] }: Lifting,
  now: Date,
): Promise<string[]> {
  const lifted = (await rulesInForce(tx, roundId)).filter(
    ({ id, kind, firstId, secondId }) =>
      ids.includes(id) ||
      (kind === 'pin' && pinsOf.includes(firstId) && pinsOf.includes(secondId ?? '')) ||
      (kind === 'hold' && holdsOf.includes(firstId)),
  )
  const found = lifted.map(({ id }) => id)
  if (found.length > 0)
    await tx.updateTable('pairingRule').set({ liftedAt: now }).where('id', 'in', found).execute()
  return found
}

/** Puts the pins of people in force again that were lifted at an instant, when they were parted. */
export async function restorePins(tx: Tx, people: readonly string[], liftedAt: Date): Promise<void> {
  await tx
    .updateTable('pairingRule')
    .set({ liftedAt: null })
    .where('kind', '=', 'pin')
    .where('liftedAt', '=', liftedAt)
    .where((eb) => eb.or([eb('firstId', 'in', people), eb('secondId', 'in', people)]))
    .execute()
}

/** Puts lifted rules in force again, but for those whose people have a rule by now. */
export async function unliftRules(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('pairingRule as rule')
    .set({ liftedAt: null })
    .where('rule.id', 'in', ids)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('pairingRule as other')
            .whereRef('other.roundId', '=', 'rule.roundId')
            .whereRef('other.firstId', '=', 'rule.firstId')
            .whereRef('other.secondId', 'is not distinct from', 'rule.secondId')
            .where('other.liftedAt', 'is', null),
        ),
      ),
    )
    .execute()
}

const isAbout = (rule: { firstId: string; secondId: string | null }, two: AskedRule['two']) => {
  const [firstId, secondId] = inOrder(two)
  return rule.firstId === firstId && rule.secondId === secondId
}

const inOrder = ([a, b]: AskedRule['two']): AskedRule['two'] => (b !== null && b < a ? [b, a] : [a, b])
