import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import { lockedRound, releaseOf } from '../../rounds/index.ts'
import { mayMatch } from '../policy.ts'
import { currentInputs } from '../queries/inputs.ts'
import { inputsOf, latestScenarios } from '../queries/scenarios.ts'
import { isUnderway, type Pool } from '../scenario/scenario.ts'
import { defaultSettings, type Settings } from '../scenario/settings.ts'
import { proposeInThread, type Run } from '../thread/run-in-thread.ts'
import { closeWithout, columnsOf, storeOutcome } from './storing.ts'

/** How often a run gives a sign of life, and looks whether it should stop. */
const heardEveryMs = 500

export type Ask = {
  /**
   * Decides between plans that are equally good; by default it comes from the round's code, so that the same
   * round gives the same plan.
   */
  seed?: number
  /** By default those of the plan, with the pins kept, so that running it again changes nothing else. */
  settings?: Settings
  title?: string
  pool?: Pool
  /** Whether its proposal becomes the plan of the round as soon as it is there. The first one always does. */
  asPlan?: boolean
  /** Called in the same transaction with the scenario's id, to have it run in the background. */
  later?: (tx: Tx, scenarioId: string) => Promise<void>
}

/**
 * Opens a scenario with everything as it stands now, to be run. Nothing is computed yet.
 *
 * @returns its id and number
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `already-released` (`not-released` for those who have no partner in a running round),
 *   `run-in-progress`, `too-few-people`
 */
export async function openScenario(
  app: App,
  actor: Actor,
  code: string,
  { seed, settings, title = '', pool = 'round', asPlan = true, later }: Ask = {},
): Promise<{ id: string; number: number }> {
  allow(mayMatch(actor))
  return app.db.transaction().execute(async (tx) => {
    const round = await lockedRound(tx, actor, code)
    await refuseUnlessTime(tx, round.id, pool)
    const { proposed, newest } = await latestScenarios(tx, round.id)
    if (newest && isUnderway(newest, app.now())) throw new Conflict('run-in-progress')

    const inputs = await currentInputs(tx, round, {
      seed: seed ?? seedOf(round),
      settings: settings ?? { ...(proposed?.settings ?? defaultSettings), keepsPins: true },
      pool,
    })
    if (inputs.applicants.length < 2) throw new Conflict('too-few-people')
    const number = (newest?.number ?? 0) + 1
    const isPlan = pool === 'round' && (asPlan || !proposed)
    const chosen = isPlan ? { chosenAt: app.now(), chosenBy: actor.id } : {}
    const made = { roundId: round.id, number, title, pool, madeBy: actor.id, madeAt: app.now(), ...chosen }
    const { id } = await tx
      .insertInto('scenario')
      .values({ ...made, ...columnsOf(inputs) })
      .returning('id')
      .executeTakeFirstOrThrow()
    await later?.(tx, id)
    const people = inputs.applicants.length
    await note(tx, app.now(), actor.id, 'matching.run', round.id, { scenario: id, people })
    return { id, number }
  })
}

const refuseUnlessTime = (tx: Tx, roundId: string, pool: Pool): Promise<void> =>
  pool === 'round' ? refuseAfterRelease(tx, roundId) : refuseBeforeRelease(tx, roundId)

/** 201601 for 2016A. */
const seedOf = ({ code }: Round) => Number(code.slice(0, 4)) * 100 + (code.charCodeAt(4) - 64)

/** @throws Conflict `already-released`: what has gone out is not changed by matching again. */
export async function refuseAfterRelease(tx: Tx, roundId: string): Promise<void> {
  if (await releaseOf(tx, roundId)) throw new Conflict('already-released')
}

/** @throws Conflict `not-released`: until then nobody waits, and the plan may still give anyone a partner. */
export async function refuseBeforeRelease(tx: Tx, roundId: string): Promise<void> {
  if (!(await releaseOf(tx, roundId))) throw new Conflict('not-released')
}

/**
 * Runs the matching of a scenario in a thread of its own and stores the proposal, whose certificate has
 * been checked. A second run of the same scenario finds it finished and does nothing. A run that someone
 * cancels, or that takes too long or too much memory, ends without a proposal and says so.
 *
 * @throws NotFound `no-proposal` when there is no such scenario
 */
export async function runScenario(app: App, scenarioId: string): Promise<void> {
  const inputs = await inputsOf(app.db, scenarioId)
  const started = await app.db
    .updateTable('scenario')
    .set({ startedAt: app.now(), heardAt: app.now() })
    .where('id', '=', scenarioId)
    .where('finishedAt', 'is', null)
    .executeTakeFirst()
  if (started.numUpdatedRows === 0n) return

  const run = proposeInThread(inputs)
  const watch = setInterval(() => void lookAfter(app, scenarioId, run), heardEveryMs)
  const outcome = await run.outcome.finally(() => clearInterval(watch))
  await app.db.transaction().execute(async (tx) => {
    const open = await tx
      .selectFrom('scenario')
      .where('id', '=', scenarioId)
      .where('finishedAt', 'is', null)
      .select(['id', 'cancelledAt'])
      .forUpdate()
      .executeTakeFirst()
    if (!open) return
    if (open.cancelledAt) await closeWithout(tx, scenarioId, 'cancelled', app.now())
    else if ('problem' in outcome) await closeWithout(tx, scenarioId, outcome.problem, app.now())
    else await storeOutcome(tx, scenarioId, outcome, app.now())
  })
}

/** A sign of life, and a look whether the run should stop. When it fails, the run goes on. */
async function lookAfter(app: App, scenarioId: string, run: Run): Promise<void> {
  try {
    const heard = await app.db
      .updateTable('scenario')
      .set({ heardAt: app.now(), progress: JSON.stringify(run.progress()) })
      .where('id', '=', scenarioId)
      .where('finishedAt', 'is', null)
      .returning('cancelledAt')
      .executeTakeFirst()
    if (heard?.cancelledAt) run.stop('cancelled')
  } catch (error) {
    app.log.warn({ error, scenarioId }, 'progress of the matching was not written down')
  }
}

/**
 * Asks a run to stop. It ends within a second, without a proposal; the plan that stood still stands.
 *
 * @returns which scenario it is
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `no-run-in-progress`
 */
export async function cancelRun(
  app: App,
  actor: Actor,
  code: string,
): Promise<{ number: number; pool: Pool }> {
  allow(mayMatch(actor))
  return app.db.transaction().execute(async (tx) => {
    const round = await lockedRound(tx, actor, code)
    const { newest } = await latestScenarios(tx, round.id)
    if (!newest || !isUnderway(newest, app.now())) throw new Conflict('no-run-in-progress')
    // One that nobody has begun yet is closed here: there is no thread to do it.
    const closed = newest.startedAt ? {} : { finishedAt: app.now(), problem: 'cancelled' }
    await tx
      .updateTable('scenario')
      .set({ cancelledAt: app.now(), cancelledBy: actor.id, ...closed })
      .where('id', '=', newest.id)
      .execute()
    await note(tx, app.now(), actor.id, 'matching.cancelled', round.id, { scenario: newest.id })
    return { number: newest.number, pool: newest.pool }
  })
}
