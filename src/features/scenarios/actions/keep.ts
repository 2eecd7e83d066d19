import type { App } from '../../../platform/app.ts'
import { csvOf } from '../../../platform/csv.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { type Round, roundByCode } from '../../rounds/index.ts'
import { mayMatch } from '../policy.ts'
import { type CompareFilter, wholeComparison } from '../queries/compare.ts'
import { engineVersion } from '../queries/inputs.ts'
import { certificateKept } from '../queries/kept.ts'
import { proposalsOf } from '../queries/lab.ts'
import { inputsOf, type Scenario, scenarioNumbered } from '../queries/scenarios.ts'
import { isOfMany, type RunProblem } from '../scenario/propose.ts'
import { type Inputs, type Proposal, pointsOf } from '../scenario/scenario.ts'
import { type ScenarioFile, scenarioFileOf } from '../scenario/scenario-file.ts'
import { inThread, proposeInThread } from '../thread/run-in-thread.ts'
import { digestOf } from './storing.ts'

/** A file to be downloaded. */
export type Download = { name: string; type: string; body: string }

/**
 * The proof of a scenario as a file for `twinleaf matching verify`: of what the engine answered, before any
 * change by hand. Nobody is named in it.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-such-scenario`
 * @throws Conflict `no-result`; `proof-lost` when people are scored otherwise than when the scenario was run;
 *   `proof-too-large` for so many people that their pairs are not listed; `run-failed`
 */
export async function proofOfScenario(
  app: App,
  actor: Actor,
  { code, number, file }: { code: string; number: number; file: 'graph' | 'proof' },
): Promise<Download> {
  const { round, scenario } = await keptScenario(app, actor, code, number)
  const certificate = await certificateKept(app.db, scenario.id)
  if (isOfMany(certificate)) throw new Conflict('proof-too-large')
  const inputs = await inputsOf(app.db, scenario.id)
  const body = await inThread({ ask: 'proof', inputs, certificate, file }).outcome
  if (body === null) throw new Conflict('proof-lost')
  if (typeof body !== 'string') throw new Conflict('run-failed', { problem: body.problem })
  const name = `${round.code}-scenario-${number}`
  return file === 'graph'
    ? { name: `${name}-graph.txt`, type: 'text/plain; charset=utf-8', body }
    : { name: `${name}-proof.json`, type: 'application/json', body }
}

async function keptScenario(
  app: App,
  actor: Actor,
  code: string,
  number: number,
): Promise<{ round: Round; scenario: Scenario }> {
  allow(mayMatch(actor))
  const round = await roundByCode(app.db, actor, code)
  return { round, scenario: await scenarioNumbered(app.db, round.id, number) }
}

/**
 * A scenario whole, to be kept or run again elsewhere. It holds personal data, so the journal notes it.
 *
 * @throws as `proofOfScenario`, but for `proof-lost`
 */
export async function exportScenario(
  app: App,
  actor: Actor,
  code: string,
  number: number,
): Promise<ScenarioFile> {
  const { round, scenario } = await keptScenario(app, actor, code, number)
  const certificate = await certificateKept(app.db, scenario.id)
  const inputs = await inputsOf(app.db, scenario.id)
  const { found, standing, changes } = await proposalsOf(app.db, scenario.id)
  const file = scenarioFileOf({
    round: round.code,
    scenario: number,
    title: scenario.title,
    madeAt: scenario.madeAt.toISOString(),
    inputs,
    found: {
      proposal: found,
      total: scenario.total ?? 0,
      worst: scenario.worst,
      priceOfFairness: scenario.priceOfFairness ?? 0,
    },
    byHand: changes === 0 ? null : { proposal: standing, ...pointsOf(inputs, standing.groups), changes },
    digest: scenario.resultDigest ?? proposalDigest(found),
    certificate,
  })
  const detail = { scenario: scenario.id, people: file.inputs.applicants.length }
  await app.db
    .transaction()
    .execute((tx) => note(tx, app.now(), actor.id, 'matching.exported', round.id, detail))
  return file
}

/** The fingerprint of a proposal. */
const proposalDigest = ({ groups, reserve }: Proposal) =>
  digestOf({
    groups: groups.map(({ members }) => ({
      members,
      centre: members.length > 2 ? (members[1] ?? null) : null,
    })),
    reserve: reserve.map((id) => ({ id })),
  })

/** What came of running stored inputs again. */
export type Rerun = {
  same: boolean
  digest: { before: string; now: string }
  engine: { before: string; now: string }
  total: number
}

/**
 * Runs what a scenario was run with once more and says whether the same people are together. Nothing is
 * stored but a note in the journal.
 *
 * @throws as `exportScenario`
 */
export async function rerunScenario(app: App, actor: Actor, code: string, number: number): Promise<Rerun> {
  const { round, scenario } = await keptScenario(app, actor, code, number)
  await certificateKept(app.db, scenario.id)
  const before = scenario.resultDigest ?? proposalDigest((await proposalsOf(app.db, scenario.id)).found)
  const rerun = await rerunInputs(await inputsOf(app.db, scenario.id), before)
  const detail = { scenario: scenario.id, same: rerun.same, engine: rerun.engine.now }
  await app.db
    .transaction()
    .execute((tx) => note(tx, app.now(), actor.id, 'matching.rerun', round.id, detail))
  return rerun
}

/**
 * @param before the fingerprint of the first answer
 * @throws Conflict `run-failed`
 */
export async function rerunInputs(inputs: Inputs, before: string): Promise<Rerun> {
  const outcome = await proposeInThread(inputs).outcome
  if ('problem' in outcome)
    throw new Conflict('run-failed', { problem: outcome.problem satisfies RunProblem })
  const now = digestOf(outcome)
  return {
    same: now === before,
    digest: { before, now },
    engine: { before: inputs.engine, now: engineVersion },
    total: outcome.total,
  }
}

/**
 * Everyone whose partners differ between two scenarios, with names, for a spreadsheet. Noted in the journal.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `nothing-to-compare` unless two different scenarios with a proposal are named
 */
export async function exportComparison(
  app: App,
  actor: Actor,
  code: string,
  wanted: Pick<CompareFilter, 'one' | 'other'>,
): Promise<Download> {
  allow(mayMatch(actor))
  const round = await roundByCode(app.db, actor, code)
  const compared = await wholeComparison(app.db, round, { ...wanted, page: 1 })
  if (!compared) throw new Conflict('nothing-to-compare')
  const { one, other, moved, onlyOne, onlyOther, people } = compared
  const detail = { one: one.id, other: other.id, people: moved.length }
  await app.db
    .transaction()
    .execute((tx) => note(tx, app.now(), actor.id, 'matching.compared', round.id, detail))

  const nameOf = (id: string) => people.get(id)?.name ?? ''
  const names = (ids: readonly string[]) => ids.map(nameOf).join('; ')
  const header = ['name', 'country', `partners_in_${one.number}`, `partners_in_${other.number}`]
  const only = (ids: readonly string[], number: number) =>
    ids.map((id) => [nameOf(id), people.get(id)?.country ?? '', ...['', ''], null, null, `only in ${number}`])
  const rows = moved.map((each) => [
    nameOf(each.id),
    each.country,
    names(each.before),
    names(each.after),
    each.servedBefore,
    each.servedAfter,
    '',
  ])
  return {
    name: `${round.code}-scenarios-${one.number}-${other.number}.csv`,
    type: 'text/csv; charset=utf-8',
    body: csvOf(
      [...header, `fit_in_${one.number}`, `fit_in_${other.number}`, 'note'],
      [...rows, ...only(onlyOne, one.number), ...only(onlyOther, other.number)],
    ),
  }
}
