import type { Db } from '../../../db/index.ts'
import { listPage } from '../../../platform/paging.ts'
import type { Round } from '../../rounds/index.ts'
import { releaseOf } from '../../rounds/index.ts'
import { trioOffers } from '../scenario/reserve.ts'
import { type Group, isUnderway, pointsOf } from '../scenario/scenario.ts'
import { changesOfEach, lastChange } from './changes.ts'
import { participantCount, rulesInForce } from './inputs.ts'
import { unlookedIn } from './looks.ts'
import { namingsIn } from './naming.ts'
import { countsOf, filtersOf, fitOfPeople, type PairFilter, pairsPage, reserveOf } from './pairs.ts'
import { type Named, peopleByIds } from './people.ts'
import {
  groupsOf,
  inputsOf,
  latestScenarios,
  planOf,
  type Scenario,
  scenarioCount,
  sizeOf,
} from './scenarios.ts'
import { standingProposal } from './standing.ts'
import { stalenessOf } from './today.ts'

/** How many pairs, scenarios, people in reserve and rules there are now, and who waits for a rematch. */
export async function deskCounts(db: Db, roundId: string) {
  const plan = await planOf(db, roundId)
  const scenarios = await scenarioCount(db, roundId)
  const rules = (await rulesInForce(db, roundId)).length
  const isReleased = (await releaseOf(db, roundId)) !== null
  const waiting = isReleased ? await participantCount(db, roundId, 'rematch') : 0
  const known = { scenarios, rules, isReleased, waiting, hasPlan: plan !== null }
  if (!plan) return { ...known, pairs: 0, reserve: 0 }
  const { pairs, reserve } = await sizeOf(db, plan.id)
  return { ...known, pairs, reserve }
}

/** Everything the first page of the matching desk shows. */
export async function matchingDesk(db: Db, round: Round, now: Date, filter: PairFilter) {
  const { proposed, newest } = await latestScenarios(db, round.id)
  const isReleased = round.releasedAt !== null
  // Matching again while the round runs has pages of its own.
  const run = newest?.pool === 'round' ? newest : null
  const isRunning = run !== null && isUnderway(run, now)
  const hasFailed = run !== null && !isRunning && (run.finishedAt === null || run.problem !== null)
  return {
    counts: await deskCounts(db, round.id),
    unlooked: proposed ? await unlookedIn(db, proposed.id) : null,
    namings: proposed && !isReleased ? await namingsIn(db, proposed.id) : [],
    people: await participantCount(db, round.id),
    running: isRunning ? run : null,
    failed: hasFailed ? run : null,
    isReleased,
    shown: proposed ? await shownOf(db, round, proposed, filter) : null,
  }
}

async function shownOf(db: Db, round: Round, scenario: Scenario, filter: PairFilter) {
  const { pairs, total } = await pairsPage(db, scenario.id, filter)
  const counted = await countsOf(db, scenario.id)
  const last = await lastChangeInWords(db, scenario)
  const changed = await changedByHand(db, scenario.id)
  return {
    scenario,
    counted,
    fit: await fitOfPeople(db, scenario.id),
    changed,
    handCost: changed ? (scenario.total ?? 0) - changed.total : 0,
    staleness: await stalenessOf(db, round, scenario),
    last,
    pairs,
    found: total,
    filter,
    ...(await filtersOf(db, scenario.id)),
  }
}

/** Points as they stand after changes by hand, by what the scenario was run with; null where there are none. */
async function changedByHand(db: Db, scenarioId: string) {
  const changes = (await changesOfEach(db, [scenarioId])).get(scenarioId)?.length ?? 0
  if (changes === 0) return null
  const { groups } = await groupsOf(db, scenarioId)
  const standing = groups.map(({ members }): Group => ({ members, pinned: false }))
  return { changes, ...pointsOf(await inputsOf(db, scenarioId), standing) }
}

/** The last change by hand that can be undone, with the names of those it is about. */
async function lastChangeInWords(db: Db, scenario: Scenario) {
  const change = await lastChange(db, scenario.id)
  if (!change) return null
  const { groups, reserve } = change.after
  const members = (change.kind === 'hold' ? reserve.slice(0, 1) : groups[0]) ?? []
  return { change, members, people: await peopleByIds(db, scenario.roundId, members) }
}

const waitingPerPage = 20

/** A page of those who wait, with why, and the pairs that could take each of them in. */
export async function reserveDesk(db: Db, round: Round, page: number) {
  const { proposed } = await latestScenarios(db, round.id)
  const isReleased = round.releasedAt !== null
  const counts = await deskCounts(db, round.id)
  const reserve = proposed ? await reserveOf(db, proposed.id) : []
  const part = listPage(reserve, page, waitingPerPage)
  const known = { counts, isReleased, pages: { page: part.page, pages: part.pages } }
  if (!proposed || reserve.length === 0 || isReleased) {
    const waiting = part.shown.map((person) => ({ person, offers: [] }))
    return { ...known, waiting, people: new Map<string, Named>() }
  }
  const { proposal, by } = await standingProposal(db, round, proposed)
  const waiting = part.shown.map((person) => ({
    person,
    offers: trioOffers(person.applicationId, proposal.groups, by),
  }))
  const named = waiting.flatMap(({ offers }) => offers.flatMap((offer) => [...offer.members]))
  return { ...known, waiting, people: await peopleByIds(db, round.id, named) }
}
