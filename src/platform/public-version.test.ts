import { expect, test } from 'vitest'
import { aRound } from '../../test/builders.ts'
import { counting, testApp } from '../../test/harness.ts'
import { publicVersion } from './public-version.ts'

const app = await testApp()

test('those who ask at once share one question, and nobody gets an answer older than theirs', async () => {
  const { count, counted } = counting(app.db)
  const before = publicVersion(counted)
  const together = Array.from({ length: 50 }, () => publicVersion(counted))
  const first = await before
  await aRound(app)
  const after = await Promise.all([publicVersion(counted), publicVersion(counted)])

  expect(new Set(await Promise.all(together)).size).toBe(1)
  expect(after[0]).not.toBe(first)
  expect(after[1]).toBe(after[0])
  expect(count.asked).toBeLessThanOrEqual(3)
})

test('two who change something at once are both told of, whoever ends first', async () => {
  const one = await app.db.startTransaction().execute()
  const versions = [await publicVersion(app.db)]
  await one
    .insertInto('networkLink')
    .values({ position: 1, label: 'A', href: 'https://a.example/' })
    .execute()
  await app.db.transaction().execute(async (two) => {
    await two.updateTable('round').set({ title: 'Spring' }).execute()
  })
  versions.push(await publicVersion(app.db))
  await one.commit().execute()
  versions.push(await publicVersion(app.db))

  expect(new Set(versions).size).toBe(3)
})
