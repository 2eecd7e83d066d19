import type { Tx } from '../../../db/index.ts'
import type { Progress } from '../../../matching/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import { mayMatch } from '../policy.ts'
import type { Outcome, ProposedGroup } from '../propose.ts'
import { currentInputs } from '../queries/inputs.ts'
import { inputsOf, latestScenarios } from '../queries/scenarios.ts'
import { proposeInThread } from '../run-in-thread.ts'
import { type Inputs, isUnderway } from '../scenario.ts'
import { lockedRound } from './locking.ts'

/** How often progress is written down while a run lasts. */
const progressEveryMs = 500

/**
 * Opens a scenario with everything as it stands now, to be run. Nothing is computed yet.
 *
 * @param seed decides between plans that are equally good; by default it comes from the round's code, so
 *   that the same round gives the same plan
 * @param later called in the same transaction with the scenario's id, to have it run in the background
 * @returns id of the scenario
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `already-released`, `run-in-progress`, `too-few-people`
 */
export async function openScenario(
  app: App,
  actor: Actor,
  code: string,
  { seed, later }: { seed?: number; later?: (tx: Tx, scenarioId: string) => Promise<void> } = {},
): Promise<string> {
  allow(mayMatch(actor))
  return app.db.transaction().execute(async (tx) => {
    const round = await lockedRound(tx, actor, code)
    await refuseAfterRelease(tx, round.id)
    const { newest } = await latestScenarios(tx, round.id)
    if (newest && isUnderway(newest, app.now())) throw new Conflict('run-in-progress')

    const inputs = await currentInputs(tx, round, seed ?? seedOf(round))
    if (inputs.applicants.length < 2) throw new Conflict('too-few-people')
    const { id } = await insertScenario(tx, round.id, (newest?.number ?? 0) + 1, inputs, actor, app.now())
    await later?.(tx, id)
    await note(tx, app.now(), actor.id, 'matching.run', round.id, {
      scenario: id,
      people: inputs.applicants.length,
    })
    return id
  })
}

/** 201601 for 2016A. */
const seedOf = ({ code }: Round) => Number(code.slice(0, 4)) * 100 + (code.charCodeAt(4) - 64)

/** @throws Conflict `already-released`: what has gone out is not changed by matching again. */
export async function refuseAfterRelease(tx: Tx, roundId: string): Promise<void> {
  const released = await tx
    .selectFrom('release')
    .where('roundId', '=', roundId)
    .select('roundId')
    .executeTakeFirst()
  if (released) throw new Conflict('already-released')
}

async function insertScenario(
  tx: Tx,
  roundId: string,
  number: number,
  inputs: Inputs,
  actor: Actor,
  now: Date,
): Promise<{ id: string }> {
  const { applicants, former, day, weights, pins, bans, seed, engine } = inputs
  return tx
    .insertInto('scenario')
    .values({
      roundId,
      number,
      seed,
      engine,
      weights: JSON.stringify(weights),
      input: JSON.stringify({ applicants, former, day }),
      rules: JSON.stringify({ pins, bans }),
      madeBy: actor.id,
      madeAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
}

/**
 * Runs the matching of a scenario in a thread of its own and stores the proposal, whose certificate has
 * been checked. A second run of the same scenario finds it finished and does nothing.
 *
 * @throws NotFound `no-proposal` when there is no such scenario
 */
export async function runScenario(app: App, scenarioId: string): Promise<void> {
  const inputs = await inputsOf(app.db, scenarioId)
  const started = await app.db
    .updateTable('scenario')
    .set({ startedAt: app.now() })
    .where('id', '=', scenarioId)
    .where('finishedAt', 'is', null)
    .executeTakeFirst()
  if (started.numUpdatedRows === 0n) return

  const outcome = await proposeInThread(inputs, progressWriter(app, scenarioId))
  await app.db.transaction().execute(async (tx) => {
    const open = await tx
      .selectFrom('scenario')
      .where('id', '=', scenarioId)
      .where('finishedAt', 'is', null)
      .select('id')
      .forUpdate()
      .executeTakeFirst()
    if (!open) return
    if ('problem' in outcome) await closeWithout(tx, scenarioId, outcome.problem, app.now())
    else await storeOutcome(tx, scenarioId, outcome, app.now())
  })
}

/** Progress is for reading only: when a write of it fails, the run goes on. */
function progressWriter(app: App, scenarioId: string): (progress: Progress) => void {
  let last = 0
  return (progress) => {
    if (Date.now() - last < progressEveryMs) return
    last = Date.now()
    app.db
      .updateTable('scenario')
      .set({ progress: JSON.stringify(progress) })
      .where('id', '=', scenarioId)
      .execute()
      .catch((error) => app.log.warn({ err: error, scenarioId }, 'progress_not_written'))
  }
}

const closeWithout = (tx: Tx, id: string, problem: string, finishedAt: Date) =>
  tx.updateTable('scenario').set({ problem, finishedAt }).where('id', '=', id).execute()

async function storeOutcome(tx: Tx, scenarioId: string, outcome: Outcome, now: Date): Promise<void> {
  await insertGroups(tx, scenarioId, outcome.groups, { byHand: false })
  await insertReserve(tx, scenarioId, outcome.reserve)
  await tx
    .updateTable('scenario')
    .set({
      finishedAt: now,
      total: outcome.total,
      worst: outcome.worst,
      priceOfFairness: outcome.priceOfFairness,
      certificate: JSON.stringify(outcome.certificate),
      verifiedAt: now,
    })
    .where('id', '=', scenarioId)
    .execute()
}

/** Writes groups and where their members are. */
export async function insertGroups(
  tx: Tx,
  scenarioId: string,
  groups: readonly ProposedGroup[],
  { byHand }: { byHand: boolean },
): Promise<void> {
  if (groups.length === 0) return
  const rows = groups.map((group) => ({ id: crypto.randomUUID(), group }))
  await tx
    .insertInto('scenarioPair')
    .values(
      rows.map(({ id, group }) => ({
        id,
        scenarioId,
        score: group.score,
        reasons: JSON.stringify(group.reasons),
        byHand,
      })),
    )
    .execute()
  const members = rows.flatMap(({ id, group }) =>
    group.members.map((applicationId) => ({
      scenarioId,
      applicationId,
      scenarioPairId: id,
      centre: applicationId === group.centre,
    })),
  )
  await tx.insertInto('scenarioMember').values(members).execute()
}

export async function insertReserve(tx: Tx, scenarioId: string, reserve: Outcome['reserve']): Promise<void> {
  if (reserve.length === 0) return
  await tx
    .insertInto('scenarioMember')
    .values(
      reserve.map(({ id, reason }) => ({
        scenarioId,
        applicationId: id,
        scenarioPairId: null,
        reason: JSON.stringify(reason),
      })),
    )
    .execute()
}
