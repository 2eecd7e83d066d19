import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { manyPairs } from '../../../../test/check-ins/many-pairs.ts'
import { counting, testApp } from '../../../../test/harness.ts'
import { connect } from '../../../db/index.ts'
import { standingsOf } from '../../checkins/index.ts'
import { terminal } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { goalsOf } from './goal.ts'

const app = await testApp('2016-02-21T12:00:00Z')
await manyPairs(app, 2)
const pairs = await app.db
  .selectFrom('pairingMember')
  .select(['pairingId', 'applicationId', 'personId', 'roundId'])
  .orderBy('pairingId')
  .orderBy('applicationId')
  .execute()
const [first, , third] = pairs

/** What happened in one case: its code, about whom, and on which days of March it began and was told; closed or not. */
type Told = [what: string, personId: string, since: number, at: number]

async function caseOf(member: typeof first, events: readonly Told[]): Promise<void> {
  if (!member) throw new Error('nobody is in a pair')
  const { pairingId, applicationId } = member
  const day = (number: number) => new Date(Date.UTC(2016, 2, number, 12))
  const last = events.at(-1)?.[0]
  const { id } = await app.db
    .insertInto('pairingCase')
    .values({
      ...{ pairingId, applicationId, kind: 'silence', openedAt: day(1), dueAt: day(1) },
      ...(last === 'closed' ? { closedAt: day(30), outcome: 'in-touch' } : {}),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = events.map(([what, personId, since, at], index) => ({
    ...{ caseId: id, personId, since: day(since), at: day(at), key: `${id} ${index}` },
    ...(what === 'found' || what === 'closed' ? { kind: what } : { kind: 'fact', what }),
  }))
  await app.db.insertInto('caseEvent').values(rows).execute()
}

test('silence is noticed by its case and once, whoever is found later; a partner is offered from the end of the pairing', async () => {
  const [a = '', b = '', c = ''] = [first?.personId, pairs[1]?.personId, third?.personId]
  await caseOf(first, [
    ['unanswered', a, 4, 7],
    // While it is open, nothing more is noticed.
    ['unheard', b, 1, 12],
    ['parted', b, 14, 14],
    ['found', b, 15, 15],
    ['closed', a, 15, 15],
    ['unheard', b, 15, 25],
    ['closed', b, 30, 30],
  ])
  await caseOf(third, [
    ['unanswered', c, 10, 12],
    ['parted', c, 16, 16],
  ])

  const goals = await goalsOf(app.db, [first?.roundId ?? ''], new Date('2016-03-20T12:00:00Z'))

  expect(goals).toEqual({
    noticed: { done: 3, inTime: 2, median: 72, slowest: 240, overdue: 0 },
    offered: { done: 1, inTime: 1, median: 24, slowest: 24, overdue: 1 },
    waiting: { count: 1, since: new Date('2016-03-16T12:00:00Z') },
  })
})

const now = new Date('2016-03-20T12:00:00Z')

test('each table that standings and goals are made of tells when it changes', async () => {
  const round = await roundByCode(app.db, terminal, '2016A')
  const said: string[] = []
  const db = connect(app.config.databaseUrl ?? '', { onStatement: (text) => said.push(text) })
  await standingsOf(db, round, now)
  await goalsOf(db, [round.id], now)
  await db.destroy()

  const { rows } = await sql<{ name: string; isTelling: boolean }>`select relname as name, exists (
      select from pg_trigger where tgrelid = pg_class.oid and tgfoid = 'tell_pair_change'::regproc) as is_telling
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(app.db)
  const isTelling = new Map(rows.map((row) => [row.name, row.isTelling]))
  const read = said.flatMap((text) =>
    [...text.matchAll(/\b(?:from|join) "?([a-z_]+)/g)].map(([, table]) => table ?? ''),
  )
  const untold = [...new Set(read)].filter((table) => isTelling.get(table) === false)

  expect(read).toContain('case_event')
  expect(untold).toEqual(['pair_change'])
})

test('standings are read once, until something changes in a pair or a day begins', async () => {
  const round = await roundByCode(app.db, terminal, '2016A')
  const { count, counted } = counting(app.db)
  const asked = async (at = now) => {
    const before = count.asked
    const pairs = await standingsOf(counted, round, at)
    return [count.asked - before, pairs.length]
  }

  const [first, again, later] = [
    await asked(),
    await asked(),
    await asked(new Date(now.getTime() + 86_400_000)),
  ]
  await app.db
    .updateTable('pairing')
    .set({ dissolvedAt: now })
    .where('id', '=', third?.pairingId ?? '')
    .execute()

  expect([first, again, later, await asked()]).toEqual([
    [5, 2],
    [1, 2],
    [1, 2],
    [5, 1],
  ])
})
