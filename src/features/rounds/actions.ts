import type { Tx } from '../../db/index.ts'
import type { App } from '../../platform/app.ts'
import { note } from '../../platform/journal.ts'
import { refuseWhilePaused } from '../../platform/network/index.ts'
import { allow, Conflict } from '../../platform/refusals.ts'
import type { Actor } from '../people/index.ts'
import { mayRunRounds } from './policy.ts'
import { columns, lockRound, roundByCode } from './queries.ts'
import { type Round, type RoundPlan, shiftedPlan } from './round.ts'

/**
 * Opens a round as a draft, which coordinators alone can see.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws Conflict `round-exists` when its code is taken
 */
export async function createRound(app: App, actor: Actor, plan: RoundPlan): Promise<Round> {
  allow(mayRunRounds(actor))
  return app.db.transaction().execute(async (tx) => {
    const round = await tx
      .insertInto('round')
      .values({ ...plan, createdAt: app.now() })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .returning(columns)
      .executeTakeFirst()
    if (!round) throw new Conflict('round-exists', { code: plan.code })
    await note(tx, app.now(), actor.id, 'round.created', round.id, { code: plan.code })
    return round
  })
}

/**
 * Opens the next round with the dates of an earlier one, shifted.
 *
 * @param startsOn first day of the new round, `YYYY-MM-DD`
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `round-exists`
 */
export async function cloneRound(
  app: App,
  actor: Actor,
  from: string,
  to: { code: string; startsOn: string },
): Promise<Round> {
  allow(mayRunRounds(actor))
  const round = await roundByCode(app.db, actor, from)
  return createRound(app, actor, shiftedPlan(round, to.code, to.startsOn))
}

/**
 * Changes the plan of a round.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `round-exists` when the new code is taken
 */
export async function changeRound(app: App, actor: Actor, code: string, plan: RoundPlan): Promise<Round> {
  allow(mayRunRounds(actor))
  return app.db.transaction().execute(async (tx) => {
    const { id } = await roundByCode(tx, actor, code)
    const before = await lockRound(tx, id)
    const taken = await tx
      .selectFrom('round')
      .select('id')
      .where('code', '=', plan.code)
      .where('id', '<>', id)
      .executeTakeFirst()
    if (taken) throw new Conflict('round-exists', { code: plan.code })
    const round = await tx
      .updateTable('round')
      .set(plan)
      .where('id', '=', id)
      .returning(columns)
      .executeTakeFirstOrThrow()
    await note(tx, app.now(), actor.id, 'round.changed', id, { changed: changesIn(before, plan) })
    return round
  })
}

/**
 * Shows a draft to everyone; announced again, it stays as it is.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `network-paused`
 */
export async function announceRound(app: App, actor: Actor, code: string): Promise<Round> {
  allow(mayRunRounds(actor))
  return app.db.transaction().execute(async (tx) => {
    const { id } = await roundByCode(tx, actor, code)
    const round = await lockRound(tx, id)
    // A button that was pressed twice.
    if (round.announcedAt) return round
    await refuseWhilePaused(tx)
    const announcedAt = app.now()
    await tx.updateTable('round').set({ announcedAt }).where('id', '=', id).execute()
    await note(tx, announcedAt, actor.id, 'round.announced', id)
    return { ...round, announcedAt }
  })
}

/** Keeps how much of a round one country may have, and when places were last given by it. */
export async function keepCap(
  tx: Tx,
  roundId: string,
  kept: { capPercent: number; capAppliedAt: Date },
): Promise<void> {
  await tx.updateTable('round').set(kept).where('id', '=', roundId).execute()
}

/**
 * From now on the round is released: what was proposed is what holds. It happens once, which the database minds.
 *
 * @throws Conflict `network-paused`
 */
export async function markReleased(
  app: App,
  tx: Tx,
  actor: Actor,
  release: { roundId: string; scenarioId: string; campaignId: string },
): Promise<void> {
  await refuseWhilePaused(tx)
  await tx
    .insertInto('release')
    .values({ ...release, releasedBy: actor.id, releasedAt: app.now() })
    .execute()
}

/** Each field that becomes another, with what it was and what it is. */
const changesIn = (before: Round, plan: RoundPlan) =>
  (Object.keys(plan) as (keyof RoundPlan)[])
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(plan[key]))
    .map((key) => [key, before[key], plan[key]])
