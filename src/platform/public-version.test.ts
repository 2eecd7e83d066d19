import { afterAll, expect, test } from 'vitest'
import { aRound } from '../../test/builders.ts'
import { counting, testApp } from '../../test/harness.ts'
import { connect } from '../db/index.ts'
import { lastVersions, publicVersions, recentMs, recentVersions } from './public-version.ts'

const app = await testApp()
const elsewhere = connect(app.config.databaseUrl ?? '', { connections: 1 })
afterAll(() => elsewhere.destroy())

test('those who ask at once share one question, and nobody gets an answer older than theirs', async () => {
  const { count, counted } = counting(app.db)
  const before = publicVersions(counted)
  const together = Array.from({ length: 50 }, () => publicVersions(counted))
  const first = await before
  await aRound(app)
  const after = await Promise.all([publicVersions(counted), publicVersions(counted)])

  expect(new Set((await Promise.all(together)).map(({ whole }) => whole)).size).toBe(1)
  expect(after[0]?.whole).not.toBe(first.whole)
  expect(after[1]).toEqual(after[0])
  expect(count.asked).toBeLessThanOrEqual(3)
})

test('two who change something at once are both told of, whoever ends first', async () => {
  const one = await app.db.startTransaction().execute()
  const versions = [(await publicVersions(app.db)).whole]
  await one
    .insertInto('networkLink')
    .values({ position: 1, label: 'A', href: 'https://a.example/' })
    .execute()
  await app.db.transaction().execute(async (two) => {
    await two.updateTable('round').set({ title: 'Spring' }).execute()
  })
  versions.push((await publicVersions(app.db)).whole)
  await one.commit().execute()
  versions.push((await publicVersions(app.db)).whole)

  expect(new Set(versions).size).toBe(3)
})

test('what this process changes is known to it at once, and to all others within a tenth of a second', async () => {
  const links = (db: typeof app.db) =>
    db
      .insertInto('networkLink')
      .values({ position: 2, label: 'B', href: 'https://b.example/' })
      .onConflict((at) => at.column('position').doUpdateSet({ href: 'https://c.example/' }))
      .execute()
  const there = await recentVersions(elsewhere)
  const before = await recentVersions(app.db)
  await links(app.db)
  const own = await recentVersions(app.db)
  await app.db.transaction().execute((tx) => links(tx))
  const committed = await recentVersions(app.db)
  const later = await recentVersions(elsewhere, performance.now() + recentMs)

  expect(there).toEqual(before)
  expect(new Set([before, own, committed].map(({ whole }) => whole)).size).toBe(3)
  expect(later).toEqual(committed)
  expect(lastVersions(elsewhere)).toEqual(committed)
})

test('one answer of the database holds for all who come within that time', async () => {
  const asked: string[] = []
  const db = connect(app.config.databaseUrl ?? '', {
    connections: 1,
    onStatement: (text) => asked.push(text),
  })
  const askedAt = performance.now()
  for (let time = 0; time < 20; time += 1) await recentVersions(db, askedAt + time)
  await db.destroy()

  expect(asked).toHaveLength(1)
})
