import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { connect } from '../../../db/index.ts'
import { answerCounts, unansweredIn } from '../../applications/index.ts'
import { aMatchingDesk } from '../actions/desk.builder.ts'
import { matchingDesk } from './desk.ts'
import { latestScenarios, planInNumbers } from './scenarios.ts'
import { violationsOf } from './today.ts'

const { app, coordinator, aRoundOf, match } = await aMatchingDesk()

test('each table of which the office keeps something tells when it changes', async () => {
  const { code, round, ids } = await aRoundOf('AU', 'BR', 'CA', 'DK')
  // Only then does the release page look at the whole desk.
  await app.db.updateTable('application').set({ acceptedAt: null }).where('id', '=', ids.DK).execute()
  await match(code)
  let said: string[] = []
  const db = connect(app.config.databaseUrl ?? '', { onStatement: (text) => said.push(text) })
  const ask = async () => {
    said = []
    const { proposed } = await latestScenarios(db, round.id)
    if (!proposed) throw new Error('nothing is proposed')
    await unansweredIn(db, coordinator, round.id)
    await answerCounts(db, round.id)
    await planInNumbers(db, round.id)
    await matchingDesk(db, round, app.now(), { page: 1 })
    await violationsOf(db, round, proposed)
    return said
  }

  const [first, again] = [await ask(), new Set(await ask())]
  await db.destroy()

  const kept = first.filter((text) => !again.has(text))
  const read = kept.flatMap((text) =>
    [...text.matchAll(/\b(?:from|join) "?([a-z_]+)/g)].map(([, one]) => one),
  )
  const { rows } = await sql<{ name: string; isTelling: boolean }>`
    with recursive read as (
      select unnest(${read}::name[]) as name
      union select usage.table_name from read join information_schema.view_table_usage usage on view_name = read.name)
    select name, exists (select from pg_trigger
      where tgrelid = pg_class.oid and tgfoid = 'tell_office_change'::regproc) as is_telling
    from read join pg_class on relname = name
    where relkind = 'r' and relnamespace = 'public'::regnamespace order by name`.execute(app.db)

  // Behind views, and behind the proposal.
  expect(rows.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['release', 'pairing_member', 'scenario_pair']),
  )
  expect(rows.filter(({ isTelling }) => !isTelling)).toEqual([])
})
