import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Round } from '../../rounds/index.ts'
import { type Differences, differences } from '../scenario/differences.ts'
import { type Measures, measuresOf } from '../scenario/measures.ts'
import type { ReserveReason } from '../scenario/reserve.ts'
import {
  type Group,
  type Inputs,
  isUnderway,
  type Proposal,
  type Staleness,
  staleness,
} from '../scenario/scenario.ts'
import { defaultSettings } from '../scenario/settings.ts'
import { sideBySide } from '../scenario/side-by-side.ts'
import { deskCounts } from './desk.ts'
import { inputsThenAndNow } from './inputs.ts'
import { type Named, peopleByIds } from './people.ts'
import {
  type Grouped,
  groupsOfEach,
  inputsOfEach,
  latestScenarios,
  planOf,
  type Scenario,
  scenarioNumbered,
  scenariosOf,
} from './scenarios.ts'

/** Someone without a partner in a scenario, and why. */
export type Left = { id: string; name: string; country: string; reason: ReserveReason }

/** A scenario with everything that is counted of it. */
export type Measured = {
  scenario: Scenario
  /** By the scorer and the weights of the plan, so that scenarios of different weights can be compared. */
  measures: Measures
  left: Left[]
  /** What it was run with, and its groups as they stand. */
  ran: Inputs
  groups: Group[]
  /** From the plan to this one; null for the plan itself, and while there is none. */
  changes: Differences | null
}

/** The scenarios of a round, newest first, and those of them that stand side by side. */
export async function labDesk(db: Db, round: Round, now: Date, wanted: readonly number[]) {
  const scenarios = await scenariosOf(db, round.id, 'round')
  const plan = await planOf(db, round.id)
  const done = scenarios.filter(({ total }) => total !== null)
  const newest = scenarios[0]
  return {
    counts: await deskCounts(db, round.id),
    isReleased: round.releasedAt !== null,
    scenarios,
    plan,
    running: newest && isUnderway(newest, now) ? newest : null,
    shown: await measured(db, sideBySide(done, plan?.number ?? null, wanted), plan),
  }
}

/**
 * What the form of a new scenario needs: the usual settings, or those of an earlier one, and a run that must end first.
 *
 * @throws NotFound `no-such-scenario`
 */
export async function newScenarioDesk(db: Db, round: Round, now: Date, from: number | null) {
  const { newest } = await latestScenarios(db, round.id)
  return {
    counts: await deskCounts(db, round.id),
    settings: from === null ? defaultSettings : (await scenarioNumbered(db, round.id, from)).settings,
    running: newest && isUnderway(newest, now) ? newest : null,
  }
}

/** So many changes are told by name on the page of a scenario; the comparison has them all. */
const namedChanges = 20

/**
 * Everything the page of a scenario shows.
 *
 * @returns `done` null while it has no proposal; `people` are those of the first changes, by id; anyone who goes to
 *   the reserve or comes from it is among the first
 * @throws NotFound `no-such-scenario`
 */
export async function scenarioDesk(db: Db, round: Round, now: Date, number: number) {
  const scenarios = await scenariosOf(db, round.id, 'round')
  const scenario = scenarios.find((one) => one.number === number)
  if (!scenario) throw new NotFound('no-such-scenario')
  const plan = await planOf(db, round.id)
  const [done = null] = scenario.total === null ? [] : await measured(db, [scenario], plan)
  const firstChanges = mostTelling(done?.changes?.changed ?? []).slice(0, namedChanges)
  return {
    counts: await deskCounts(db, round.id),
    isReleased: round.releasedAt !== null,
    isRunning: isUnderway(scenario, now),
    scenario,
    plan,
    formerPlan: formerPlan(scenarios, plan),
    done,
    firstChanges,
    people: await namedIn(db, round, firstChanges),
    staleness: done ? await stalenessOf(db, round, done) : null,
  }
}

async function stalenessOf(db: Db, round: Round, { scenario, groups }: Measured): Promise<Staleness> {
  const { before, today } = await inputsThenAndNow(db, round, scenario)
  return staleness(before, today, groups)
}

/** The plan before this one: what choosing can be taken back to. */
function formerPlan(scenarios: readonly Scenario[], plan: Scenario | null): Scenario | null {
  const chosen = scenarios.filter((one) => one.total !== null && one.chosenAt && one.id !== plan?.id)
  const [latest = null] = chosen.sort(
    (a, b) => (b.chosenAt?.getTime() ?? 0) - (a.chosenAt?.getTime() ?? 0) || b.number - a.number,
  )
  return latest
}

type Changes = Differences['changed']

/** To have a partner or none is the greater change. */
const mostTelling = (changed: Changes): Changes =>
  changed.toSorted((a, b) => Number(isAboutReserve(b)) - Number(isAboutReserve(a)))

const isAboutReserve = ({ before, after }: Changes[number]) => before.length === 0 || after.length === 0

const namedIn = (db: Db, round: Round, changes: Changes): Promise<Map<string, Named>> =>
  peopleByIds(
    db,
    round.id,
    changes.flatMap(({ id, before, after }) => [id, ...before, ...after]),
  )

const groupsIn = (grouped: Grouped | undefined): Group[] =>
  (grouped?.groups ?? []).map(({ members }) => ({ members, pinned: false }))

/** Counts scenarios with a proposal, in as many queries for four as for one. */
async function measured(db: Db, scenarios: readonly Scenario[], plan: Scenario | null): Promise<Measured[]> {
  const ids = scenarios.map(({ id }) => id)
  const withPlan = [...new Set([...ids, ...(plan ? [plan.id] : [])])]
  const inputs = await inputsOfEach(db, ids)
  const grouped = await groupsOfEach(db, withPlan)
  const left = Map.groupBy(await leftIn(db, ids), ({ scenarioId }) => scenarioId)
  const proposal = (id: string): Proposal => ({
    groups: groupsIn(grouped.get(id)),
    reserve: grouped.get(id)?.reserve ?? [],
  })
  const current = plan ? proposal(plan.id) : null
  return scenarios.flatMap((scenario) => {
    const ran = inputs.get(scenario.id)
    if (!ran) return []
    const own = proposal(scenario.id)
    return {
      scenario,
      ran,
      groups: [...own.groups],
      measures: measuresOf(byScalesOf(plan, ran), own.groups),
      left: left.get(scenario.id) ?? [],
      changes: current && plan?.id !== scenario.id ? differences(current, own) : null,
    }
  })
}

/** The same people and pairs, judged by the scorer and the weights of the plan, or the usual ones. */
function byScalesOf(plan: Scenario | null, inputs: Inputs): Inputs {
  const { scorer, weights } = plan?.settings ?? defaultSettings
  return { ...inputs, settings: { ...inputs.settings, scorer, weights } }
}

/** Who has no partner in each of several scenarios, by name. */
function leftIn(db: Db, scenarioIds: readonly string[]): Promise<(Left & { scenarioId: string })[]> {
  if (scenarioIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('scenarioMember as member')
    .innerJoin('application', 'application.id', 'member.applicationId')
    .where('member.scenarioId', 'in', scenarioIds)
    .where('member.scenarioPairId', 'is', null)
    .select([
      'member.scenarioId',
      'application.id',
      'application.name',
      sql<string>`application.country`.as('country'),
      sql<ReserveReason>`member.reason`.as('reason'),
    ])
    .orderBy('application.familyName')
    .orderBy('application.id')
    .execute()
}

/** How many people have a partner in each scenario of a round, and how many have none, by its id. */
export async function placedIn(
  db: Db,
  roundId: string,
): Promise<Map<string, { placed: number; left: number }>> {
  const rows = await db
    .selectFrom('scenarioMember as member')
    .innerJoin('scenario', 'scenario.id', 'member.scenarioId')
    .where('scenario.roundId', '=', roundId)
    .select([
      'scenario.id',
      sql<number>`count(member.scenario_pair_id)`.as('placed'),
      sql<number>`count(*) - count(member.scenario_pair_id)`.as('left'),
    ])
    .groupBy('scenario.id')
    .execute()
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}
