import { sql } from 'kysely'
import { type Db, rowVersions, type Tx } from '../../../db/index.ts'
import type { Progress } from '../../../matching/index.ts'
import { officeKeeper } from '../../../platform/office-version.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { releaseOf } from '../../rounds/index.ts'
import type { ReserveReason } from '../scenario/reserve.ts'
import type { Inputs, Pool } from '../scenario/scenario.ts'
import type { Settings } from '../scenario/settings.ts'

/** One run of the matching, without its pairs. */
export type Scenario = {
  id: string
  roundId: string
  number: number
  pool: Pool
  /** What a coordinator calls it; may be empty. */
  title: string
  settings: Settings
  seed: number
  engine: string
  madeAt: Date
  /** Null when the terminal asked. */
  madeBy: string | null
  startedAt: Date | null
  /** When the run last gave a sign of life. */
  heardAt: Date | null
  cancelledAt: Date | null
  progress: Progress | null
  finishedAt: Date | null
  /** Why it ended without a proposal; a code. */
  problem: string | null
  /** Points of all pairs, and of the worst, as the engine proved them best; changes by hand do not count. */
  total: number | null
  worst: number | null
  /** Points given up so that the worst pair is as good as it can be. */
  priceOfFairness: number | null
  /** Fingerprint of the answer as the engine gave it, before any change by hand. */
  resultDigest: string | null
  /** When it last became the plan of the round; the plan is the one chosen last. */
  chosenAt: Date | null
}

const scenarios = (db: Db | Tx) =>
  db
    .selectFrom('scenario')
    .leftJoin('person', 'person.id', 'scenario.madeBy')
    .select([
      'scenario.id',
      'roundId',
      'number',
      'title',
      'seed',
      'engine',
      'madeAt',
      'person.name as madeBy',
    ])
    .select(['startedAt', 'heardAt', 'cancelledAt', 'finishedAt', 'problem', 'total', 'worst'])
    .select(['priceOfFairness', 'resultDigest', 'chosenAt'])
    .select([
      sql<Pool>`pool`.as('pool'),
      sql<Progress | null>`progress`.as('progress'),
      settingsOf.as('settings'),
    ])

/** The columns of the settings as they are known outside. */
const settingsOf = sql<Settings>`json_build_object('scorer', scorer, 'weights', weights, 'worstFirst', worst_first,
  'mostHoursApart', most_hours_apart, 'commonLanguages', common_languages, 'oddOneOut', odd_one_out,
  'keepsPins', keeps_pins, 'keepBonus', keep_bonus)`

/** The plan of a round: of the scenarios with a proposal, the one chosen last; null while there is none. */
export async function planOf(db: Db | Tx, roundId: string): Promise<Scenario | null> {
  const plan = await scenarios(db).where('scenario.id', '=', planIdOf(db, roundId)).executeTakeFirst()
  return plan ?? null
}

const planIdOf = (db: Db | Tx, roundId: string) =>
  db
    .selectFrom('scenario')
    .where('roundId', '=', roundId)
    .where('total', 'is not', null)
    .where('chosenAt', 'is not', null)
    .where('pool', '=', 'round')
    .orderBy('chosenAt', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .select('id')

/** How many pairs there are in a scenario as it stands, people in them, and people in reserve. */
export type Size = { pairs: number; people: number; reserve: number }

export const sizeOf = (db: Db | Tx, scenarioId: string): Promise<Size> =>
  keptSizes(db, scenarioId, () => countSize(db, scenarioId))

const keptSizes = officeKeeper<Size>(16)

const countSize = (db: Db | Tx, scenarioId: string): Promise<Size> =>
  db
    .selectFrom('scenarioMember')
    .where('scenarioId', '=', scenarioId)
    .select([
      sql<number>`count(distinct scenario_pair_id)`.as('pairs'),
      sql<number>`count(scenario_pair_id)`.as('people'),
      sql<number>`count(*) filter (where scenario_pair_id is null)`.as('reserve'),
    ])
    .executeTakeFirstOrThrow()

/** Which scenario is the plan of a round, and how large it is; null while there is none. */
export async function planInNumbers(db: Db, roundId: string): Promise<(Size & { number: number }) | null> {
  const plan = await db
    .selectFrom('scenario')
    .where('scenario.id', '=', planIdOf(db, roundId))
    .select(['id', 'number'])
    .executeTakeFirst()
  return plan ? { number: plan.number, ...(await sizeOf(db, plan.id)) } : null
}

/** All scenarios of a round, newest first. */
export const scenariosOf = (db: Db | Tx, roundId: string, pool: Pool): Promise<Scenario[]> =>
  scenarios(db).where('roundId', '=', roundId).where('pool', '=', pool).orderBy('number', 'desc').execute()

/** How many scenarios a round has, those of a running round left out. */
export async function scenarioCount(db: Db | Tx, roundId: string): Promise<number> {
  const { count } = await db
    .selectFrom('scenario')
    .where('roundId', '=', roundId)
    .where('pool', '=', 'round')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** @throws NotFound `no-such-scenario` */
export async function scenarioNumbered(db: Db | Tx, roundId: string, number: number): Promise<Scenario> {
  const scenario = await scenarios(db)
    .where('roundId', '=', roundId)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!scenario) throw new NotFound('no-such-scenario')
  return scenario
}

/** The plan of a round, and the newest scenario of all, which may be running still. */
export const latestScenarios = (db: Db | Tx, roundId: string): Promise<Latest> =>
  keptLatest(db, roundId, () => findLatest(db, roundId))

type Latest = { proposed: Scenario | null; newest: Scenario | null }
const keptLatest = officeKeeper<Latest>(16)

async function findLatest(db: Db | Tx, roundId: string): Promise<Latest> {
  const newest = db
    .selectFrom('scenario')
    .where('roundId', '=', roundId)
    .orderBy('number', 'desc')
    .limit(1)
    .select('id')
  const plan = planIdOf(db, roundId)
  const rows = await scenarios(db)
    .where((either) => either.or([either('scenario.id', '=', newest), either('scenario.id', '=', plan)]))
    .select(({ eb }) => eb('scenario.id', '=', plan).as('isPlan'))
    .orderBy('number', 'desc')
    .execute()
  const [newestOne, proposed] = [rows[0], rows.find(({ isPlan }) => isPlan)].map((row) => {
    if (!row) return null
    const { isPlan: _, ...scenario } = row
    return scenario
  })
  return { proposed: proposed ?? null, newest: newestOne ?? null }
}

/**
 * The scenario whose proposal counts: the released one, else the plan.
 *
 * @throws NotFound `no-proposal`
 */
export async function proposalOfRound(db: Db | Tx, roundId: string): Promise<Scenario> {
  const released = await releaseOf(db, roundId)
  const scenario = released
    ? await scenarios(db).where('scenario.id', '=', released.scenarioId).executeTakeFirst()
    : await planOf(db, roundId)
  if (!scenario) throw new NotFound('no-proposal')
  return scenario
}

/** What a scenario was run with. @throws NotFound `no-proposal` */
export async function inputsOf(db: Db | Tx, scenarioId: string): Promise<Inputs> {
  const inputs = (await inputsOfEach(db, [scenarioId])).get(scenarioId)
  if (!inputs) throw new NotFound('no-proposal')
  return inputs
}

/** What a scenario was run with, but for its applicants. @throws NotFound `no-proposal` */
export async function termsOf(db: Db | Tx, scenarioId: string): Promise<Omit<Inputs, 'applicants'>> {
  const row = await terms(db).where('id', '=', scenarioId).executeTakeFirst()
  if (!row) throw new NotFound('no-proposal')
  return row.terms
}

/** What each of several scenarios was run with, by their ids. */
export async function inputsOfEach(
  db: Db | Tx,
  scenarioIds: readonly string[],
): Promise<Map<string, Inputs>> {
  if (scenarioIds.length === 0) return new Map()
  const rows = await terms(db)
    .where('id', 'in', scenarioIds)
    .select(sql<Inputs['applicants']>`input -> 'applicants'`.as('applicants'))
    .execute()
  return new Map(rows.map(({ id, terms, applicants }) => [id, { ...terms, applicants }]))
}

const terms = (db: Db | Tx) =>
  db.selectFrom('scenario').select([
    'id',
    sql<Omit<Inputs, 'applicants'>>`jsonb_build_object('held', '[]'::jsonb, 'keep', '[]'::jsonb, 'seed', seed,
        'engine', engine, 'settings', ${settingsOf}) || (input - 'applicants') || rules`.as('terms'),
  ])

/** Who is with whom in a scenario as it stands, changes by hand included, with the row of each group; and who waits. */
export type Grouped = { groups: { pairId: string; members: string[] }[]; reserve: string[] }

export async function groupsOf(db: Db | Tx, scenarioId: string): Promise<Grouped> {
  return (await groupsOfEach(db, [scenarioId])).get(scenarioId) ?? { groups: [], reserve: [] }
}

/** How several scenarios stand, by their ids. */
export async function groupsOfEach(
  db: Db | Tx,
  scenarioIds: readonly string[],
): Promise<Map<string, Grouped>> {
  if (scenarioIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('scenarioMember')
    .where('scenarioId', 'in', scenarioIds)
    .select('scenarioId')
    // Many small rows, which are quicker to read as one.
    .select(
      sql<MemberRow[]>`json_agg(json_build_object('applicationId', application_id,
        'scenarioPairId', scenario_pair_id, 'centre', centre) order by scenario_pair_id, application_id)`.as(
        'members',
      ),
    )
    .groupBy('scenarioId')
    .execute()
  return new Map(rows.map(({ scenarioId, members }) => [scenarioId, standingOf(members)]))
}

/** Why people of a scenario wait, by id; nothing of those who do not. */
export async function reasonsOf(
  db: Db | Tx,
  scenarioId: string,
  ids: readonly string[],
): Promise<Record<string, ReserveReason>> {
  const rows = await db
    .selectFrom('scenarioMember')
    .where('scenarioId', '=', scenarioId)
    .where('applicationId', 'in', ids)
    .where('scenarioPairId', 'is', null)
    .select(['applicationId', sql<ReserveReason>`reason`.as('reason')])
    .execute()
  return Object.fromEntries(rows.map(({ applicationId, reason }) => [applicationId, reason]))
}

/** The version of these scenarios as they stand: what they were run with and found, and changes by hand. */
export async function proposalVersion(db: Db | Tx, ids: readonly string[]): Promise<string> {
  const { rows } = await sql<{ version: string }>`select concat_ws(' ',
    (select ${rowVersions('scenario')} from scenario where id = any(${ids}::uuid[])),
    (select ${rowVersions('scenario_member')} from scenario_member where scenario_id = any(${ids}::uuid[])),
    (select ${rowVersions('scenario_change')} from scenario_change where scenario_id = any(${ids}::uuid[]))
    ) as version`.execute(db)
  return rows[0]?.version ?? ''
}

type MemberRow = { applicationId: string; scenarioPairId: string | null; centre: boolean }

function standingOf(rows: readonly MemberRow[]): Grouped {
  const members = Map.groupBy(rows, (row) => row.scenarioPairId)
  return {
    groups: [...members].flatMap(([pairId, those]) =>
      pairId === null ? [] : [{ pairId, members: inARow(those) }],
    ),
    reserve: (members.get(null) ?? []).map((one) => one.applicationId),
  }
}

/** The middle of a trio in the middle. */
function inARow(those: { applicationId: string; centre: boolean }[]): string[] {
  const middle = those.filter((one) => one.centre)
  const [first, ...rest] = those.filter((one) => !one.centre)
  return [...(first ? [first] : []), ...middle, ...rest].map((one) => one.applicationId)
}
