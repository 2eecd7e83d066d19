import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { keeper } from '../../../platform/kept.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Round } from '../../rounds/index.ts'
import { asFound, type Rearranged, reasonsFound } from '../scenario/as-found.ts'
import { type Differences, differences } from '../scenario/differences.ts'
import { type Measures, measuresOf } from '../scenario/measures.ts'
import type { ReserveReason } from '../scenario/reserve.ts'
import { type Group, type Inputs, isUnderway, type Proposal, pointsOf } from '../scenario/scenario.ts'
import { defaultSettings } from '../scenario/settings.ts'
import { sideBySide } from '../scenario/side-by-side.ts'
import { changesOfEach } from './changes.ts'
import { deskCounts } from './desk.ts'
import { criteriaOf } from './inputs.ts'
import { type Named, peopleByIds } from './people.ts'
import {
  type Grouped,
  groupsOf,
  groupsOfEach,
  inputsOfEach,
  latestScenarios,
  planOf,
  proposalVersion,
  type Scenario,
  scenarioNumbered,
  scenariosOf,
} from './scenarios.ts'
import { stalenessOf } from './today.ts'

/** Someone without a partner in a scenario, and why; null where that is no longer known. */
export type Left = { id: string; name: string; country: string; reason: ReserveReason | null }

/** A scenario as its run found it, or as it stands after changes by hand, with everything that is counted of it. */
export type Measured = {
  scenario: Scenario
  /** How many changes by hand are in it; 0 for what the run found. */
  changedBy: number
  /** Whether it is what stands now. */
  stands: boolean
  /** By the scorer and the weights of the plan, so that scenarios of different weights can be compared. */
  measures: Measures
  /** Points by its own scorer and weights after changes by hand; null for what the run found, which has them. */
  own: { total: number; worst: number | null } | null
  left: Left[]
  /** The groups that are counted. */
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
    criteria: await criteriaOf(db, round.id),
  }
}

/** So many changes are told by name on the page of a scenario; the comparison has them all. */
const namedChanges = 20

/**
 * Everything the page of a scenario shows.
 *
 * @returns `states` what its run found, and how it stands if it was changed by hand since; nothing while it has no proposal;
 *   `standing` the last of them; `people` are those of the first changes, by id; anyone who goes to
 *   the reserve or comes from it is among the first
 * @throws NotFound `no-such-scenario`
 */
export async function scenarioDesk(db: Db, round: Round, now: Date, number: number) {
  const scenarios = await scenariosOf(db, round.id, 'round')
  const scenario = scenarios.find((one) => one.number === number)
  if (!scenario) throw new NotFound('no-such-scenario')
  const plan = await planOf(db, round.id)
  const states = scenario.total === null ? [] : await measured(db, [scenario], plan)
  const standing = states.find(({ stands }) => stands) ?? null
  const firstChanges = mostTelling(standing?.changes?.changed ?? []).slice(0, namedChanges)
  return {
    counts: await deskCounts(db, round.id),
    isReleased: round.releasedAt !== null,
    isRunning: isUnderway(scenario, now),
    scenario,
    plan,
    formerPlan: formerPlan(scenarios, plan),
    states,
    standing,
    firstChanges,
    people: await namedIn(db, round, firstChanges),
    staleness: standing ? await stalenessOf(db, round, scenario) : null,
  }
}

/**
 * A scenario as it stands, for its lists.
 *
 * @throws NotFound `no-such-scenario`, also while it has no proposal
 */
export async function scenarioStanding(db: Db, round: Round, number: number) {
  const scenario = await scenarioNumbered(db, round.id, number)
  const states = scenario.total === null ? [] : await measured(db, [scenario], await planOf(db, round.id))
  const standing = states.find(({ stands }) => stands)
  if (!standing) throw new NotFound('no-such-scenario')
  return { counts: await deskCounts(db, round.id), standing }
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

/**
 * Counts scenarios with a proposal, in as many queries for four as for one: each as its run found it and, where it was
 * changed by hand, as it stands as well.
 */
async function measured(db: Db, scenarios: readonly Scenario[], plan: Scenario | null): Promise<Measured[]> {
  const ids = scenarios.map(({ id }) => id)
  const withPlan = [...new Set([...ids, ...(plan ? [plan.id] : [])])]
  const wanted = { key: [plan?.id, ...ids].join(' '), version: await proposalVersion(db, withPlan) }
  const counted = await keptCounts(db, wanted, () => countedOf(db, ids, plan))
  const all = Map.groupBy(await membersIn(db, ids, counted), ({ scenarioId }) => scenarioId)
  return scenarios.flatMap((scenario) =>
    (counted.get(scenario.id) ?? []).map((state) => ({
      ...state,
      scenario,
      groups: [...state.proposal.groups],
      left: leftOf(state, all.get(scenario.id) ?? []),
    })),
  )
}

/** A state with what is counted of it, without anyone's name. */
type CountedState = State & Pick<Measured, 'measures' | 'own' | 'changes'>

/** To count a proposal is to judge all of its people. */
const keptCounts = keeper<Map<string, CountedState[]>>(8)

async function countedOf(db: Db, ids: string[], plan: Scenario | null): Promise<Map<string, CountedState[]>> {
  const inputs = await inputsOfEach(db, ids)
  const grouped = await groupsOfEach(db, [...new Set([...ids, ...(plan ? [plan.id] : [])])])
  const changes = await changesOfEach(db, ids)
  const current = plan ? proposalIn(grouped.get(plan.id)) : null
  return new Map(
    [...inputs].map(([id, ran]) => {
      const scaled = byScalesOf(plan, ran)
      const states = statesOf(proposalIn(grouped.get(id)), changes.get(id) ?? []).map((state) => ({
        ...state,
        measures: measuresOf(scaled, state.proposal.groups),
        own: state.changedBy === 0 ? null : pointsOf(ran, state.proposal.groups),
        changes: current && plan?.id !== id ? differences(current, state.proposal) : null,
      }))
      return [id, states]
    }),
  )
}

const proposalIn = (grouped: Grouped | undefined): Proposal => ({
  groups: (grouped?.groups ?? []).map(({ members }) => ({ members, pinned: false })),
  reserve: grouped?.reserve ?? [],
})

/** A scenario as its run found it, and as it stands after so many changes by hand. */
export async function proposalsOf(db: Db, scenarioId: string) {
  const standing = proposalIn(await groupsOf(db, scenarioId))
  const changes = (await changesOfEach(db, [scenarioId])).get(scenarioId) ?? []
  return { found: asFound(standing, changes), standing, changes: changes.length }
}

type State = Pick<Measured, 'changedBy' | 'stands'> & {
  proposal: Proposal
  /** Why people wait, where their row does not say. */
  reasons: Record<string, ReserveReason>
}

function statesOf(standing: Proposal, changes: readonly Rearranged[]): State[] {
  const changedBy = changes.length
  const now = { proposal: standing, changedBy, stands: true, reasons: {} }
  if (changedBy === 0) return [now]
  const found = { proposal: asFound(standing, changes), reasons: reasonsFound(changes) }
  return [{ ...found, changedBy: 0, stands: false }, now]
}

function leftOf({ proposal, reasons }: State, members: readonly Left[]): Left[] {
  const waiting = new Set(proposal.reserve)
  return members
    .filter(({ id }) => waiting.has(id))
    .map((one) => ({ ...one, reason: reasons[one.id] ?? one.reason }))
}

/** The same people and pairs, judged by the scorer and the weights of the plan, or the usual ones. */
function byScalesOf(plan: Scenario | null, inputs: Inputs): Inputs {
  const { scorer, weights } = plan?.settings ?? defaultSettings
  return { ...inputs, settings: { ...inputs.settings, scorer, weights } }
}

/** Who has no partner in each of several scenarios, or had none before changes by hand, by name. */
function membersIn(
  db: Db,
  scenarioIds: readonly string[],
  counted: ReadonlyMap<string, readonly State[]>,
): Promise<(Left & { scenarioId: string })[]> {
  if (scenarioIds.length === 0) return Promise.resolve([])
  const waited = [...counted.values()].flat().flatMap(({ proposal }) => proposal.reserve)
  return db
    .selectFrom('scenarioMember as member')
    .innerJoin('application', 'application.id', 'member.applicationId')
    .where('member.scenarioId', 'in', scenarioIds)
    .where((eb) =>
      eb.or([eb('member.scenarioPairId', 'is', null), sql<boolean>`application.id = any(${waited}::uuid[])`]),
    )
    .select([
      'member.scenarioId',
      'application.id',
      'application.name',
      sql<string>`application.country`.as('country'),
      sql<ReserveReason | null>`member.reason`.as('reason'),
    ])
    .orderBy('application.familyName')
    .orderBy('application.id')
    .execute()
}

export type Placed = { placed: number; left: number; changes: number }

/**
 * How many people have a partner in each scenario of a round, and how many have none, by its id: as its run found it,
 * and as it stands.
 */
export async function placedIn(
  db: Db,
  roundId: string,
): Promise<Map<string, { found: Placed; standing: Placed }>> {
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
  const changes = await changesOfEach(
    db,
    rows.map(({ id }) => id),
  )
  return new Map(
    rows.map(({ id, placed, left }) => {
      const made = changes.get(id) ?? []
      const more = made.reduce(
        (sum, { before, after }) => sum + after.groups.flat().length - before.groups.flat().length,
        0,
      )
      const standing = { placed, left, changes: made.length }
      return [id, { found: { placed: placed - more, left: left + more, changes: 0 }, standing }]
    }),
  )
}
