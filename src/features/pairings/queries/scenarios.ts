import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import type { Progress } from '../../../matching/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Inputs, Two } from '../scenario.ts'
import type { Weights } from '../weights.ts'

/** One run of the matching, without its pairs. */
export type Scenario = {
  id: string
  roundId: string
  number: number
  seed: number
  madeAt: Date
  /** Null when the terminal asked. */
  madeBy: string | null
  startedAt: Date | null
  progress: Progress | null
  finishedAt: Date | null
  /** Why it ended without a proposal; a code. */
  problem: string | null
  /** Points of all pairs, and of the worst, as the engine proved them best; changes by hand do not count. */
  total: number | null
  worst: number | null
  /** Points given up so that the worst pair is as good as it can be. */
  priceOfFairness: number | null
}

const scenarios = (db: Db | Tx) =>
  db
    .selectFrom('scenario')
    .leftJoin('person', 'person.id', 'scenario.madeBy')
    .select(['scenario.id', 'roundId', 'number', 'seed', 'madeAt', 'person.name as madeBy'])
    .select(['startedAt', 'finishedAt', 'problem', 'total', 'worst', 'priceOfFairness'])
    .select(sql<Progress | null>`progress`.as('progress'))

/** The newest scenario of a round that has a proposal, and the newest of all, which may be running still. */
export async function latestScenarios(
  db: Db | Tx,
  roundId: string,
): Promise<{ proposed: Scenario | null; newest: Scenario | null }> {
  const proposed = await scenarios(db)
    .where('roundId', '=', roundId)
    .where('total', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const newest = await scenarios(db)
    .where('roundId', '=', roundId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { proposed: proposed ?? null, newest: newest ?? null }
}

/**
 * The scenario whose proposal counts: the released one, else the newest.
 *
 * @throws NotFound `no-proposal`
 */
export async function proposalOfRound(db: Db | Tx, roundId: string): Promise<Scenario> {
  const released = await db
    .selectFrom('release')
    .where('roundId', '=', roundId)
    .select('scenarioId')
    .executeTakeFirst()
  const scenario = released
    ? await scenarios(db).where('scenario.id', '=', released.scenarioId).executeTakeFirst()
    : (await latestScenarios(db, roundId)).proposed
  if (!scenario) throw new NotFound('no-proposal')
  return scenario
}

/** What a scenario was run with. @throws NotFound `no-proposal` */
export async function inputsOf(db: Db | Tx, scenarioId: string): Promise<Inputs> {
  const row = await db
    .selectFrom('scenario')
    .where('id', '=', scenarioId)
    .select(['seed', 'engine'])
    .select([
      sql<Pick<Inputs, 'applicants' | 'former' | 'day'>>`input`.as('input'),
      sql<Weights>`weights`.as('weights'),
      sql<{ pins: Two[]; bans: Two[] }>`rules`.as('rules'),
    ])
    .executeTakeFirst()
  if (!row) throw new NotFound('no-proposal')
  return { ...row.input, ...row.rules, weights: row.weights, seed: row.seed, engine: row.engine }
}

/** Who is with whom in a scenario as it stands, changes by hand included, with the row of each group; and who waits. */
export async function groupsOf(db: Db | Tx, scenarioId: string) {
  const rows = await db
    .selectFrom('scenarioMember')
    .where('scenarioId', '=', scenarioId)
    .select(['applicationId', 'scenarioPairId', 'centre'])
    .orderBy('scenarioPairId')
    .orderBy('applicationId')
    .execute()
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
