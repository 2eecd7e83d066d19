import type { Naming } from '../../people/index.ts'
import { rematchPath } from '../../rounds/index.ts'
import { scenarioName } from '../pages/lab/telling.ts'
import { scenarioPath } from '../paths.ts'
import { words } from '../words.ts'

/** Scenarios by their ids, each by its number and title. */
export const namedScenarios: Naming = async (db, ids, { locale }) => {
  const rows = await db
    .selectFrom('scenario')
    .innerJoin('round', 'round.id', 'scenario.roundId')
    .where('scenario.id', 'in', ids)
    .select(['scenario.id', 'scenario.number', 'scenario.title', 'scenario.pool', 'round.code'])
    .execute()
  const voice = { t: words(locale), locale }
  return rows.map(({ id, number, title, pool, code }) => ({
    id,
    label: scenarioName({ number, title }, voice),
    // The lab has none of those that looked for partners while the round ran.
    href: pool === 'rematch' ? rematchPath(code) : scenarioPath(code, number),
  }))
}
