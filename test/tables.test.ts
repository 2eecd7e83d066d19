import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { all } from '../src/features/all.ts'
import type { Feature } from '../src/features/people/index.ts'
import { root } from '../src/platform/root.ts'
import { testApp } from './harness.ts'
import { tablesNamedIn } from './sql-of.ts'

/** Of the platform itself: what the worker says, what the database says has changed, and which forms were sent. */
const ofNoFeature = ['madeOnce', 'officeChange', 'publicChange', 'publicPartChange', 'workerBeat']

const ownedBy = ({ ownData = {}, views = [] }: Feature): string[] => [...Object.keys(ownData), ...views]

const ownerOf = new Map<string, string>(
  all.flatMap((feature) => ownedBy(feature).map((table): [string, string] => [table, feature.name])),
)
const order = all.map(({ name }) => name)

/** What the SQL of a feature's file does to tables that are not its own, where it may not. */
function trespasses(feature: string, file: string, text: string): string[] {
  const { reads, writes } = tablesNamedIn(file, text)
  const isLater = (table: string) => order.indexOf(ownerOf.get(table) ?? '') > order.indexOf(feature)
  const isOthers = (table: string) => ownerOf.has(table) && ownerOf.get(table) !== feature
  return [
    ...[...reads].filter(isLater).map((table) => `reads ${table} of ${ownerOf.get(table)}`),
    ...[...writes].filter(isOthers).map((table) => `writes ${table} of ${ownerOf.get(table)}`),
  ].map((does) => `${file} ${does}`)
}

test('every table has one owner', async () => {
  const app = await testApp()
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind in ('r', 'v') and relnamespace = 'public'::regnamespace and relname not like 'kysely%'`.execute(
    app.db,
  )
  const names = rows.map(({ name }) => name.replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase()))

  const owned = all.flatMap(ownedBy)
  expect([...owned, ...ofNoFeature].sort()).toEqual(names.sort())
})

test('no feature reads the tables of a later one, or writes those of another', () => {
  const files = globSync('src/features/*/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !/\.(test|builder)\.tsx?$/.test(file),
  )

  const found = files.flatMap((file) =>
    trespasses(file.split('/')[2] ?? '', file, readFileSync(join(root, file), 'utf8')),
  )

  expect(files.length).toBeGreaterThan(100)
  expect(found).toEqual([])
})

test.each([
  ["db.selectFrom('pairing as one').selectAll()", 'reads pairing of pairings'],
  ["db.selectFrom(['person', 'outbox'])", 'reads outbox of mail'],
  [
    "db.selectFrom('round').leftJoin('pairingMember as m', 'm.roundId', 'round.id')",
    'reads pairingMember of pairings',
  ],
  ['sql<Row>`select 1 from person join pairing_member one on true`', 'reads pairingMember of pairings'],
  [`sql\`exists (select \${what} from pairing)\``, 'reads pairing of pairings'],
  ["tx.insertInto('person').values(one)", 'writes person of people'],
  ["tx.updateTable('person').set(one)", 'writes person of people'],
  ['sql`delete from person where true`', 'writes person of people'],
  ['sql`insert into outbox (id) select id from round`', 'writes outbox of mail'],
])('in rounds, %s is noticed', (code, found) => {
  expect(trespasses('rounds', 'planted.ts', code)).toContain(`planted.ts ${found}`)
})

test('what a feature may do is not noticed: write its own, read those before it', () => {
  const code = "tx.updateTable('round').set(one); db.selectFrom('round').innerJoin('person', one, other)"

  expect(trespasses('rounds', 'fine.ts', code)).toEqual([])
})
