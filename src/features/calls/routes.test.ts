import { expect, test } from 'vitest'
import { anApplication, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'

const app = await testApp('2016-01-20T12:00:00Z')
const site = createSite(app, await buildAssets())
const round = await aRound(app)
for (let i = 0; i < 7; i++)
  await anApplication(app, round, { name: `Ada ${i}`, country: i < 6 ? 'NG' : 'BT' })
const read = async (path: string) => (await site.request(path)).text()

test('while applications are open, the page of a round leads to the form, and so does the front page', async () => {
  const page = await read('/rounds/2016A')
  const front = await read('/')

  expect(page).toContain('You can apply until 16 February 2016 at 12:00 UTC.')
  expect(page).toContain('href="/rounds/2016A/apply"')
  expect(page).toContain('At least 5 people have applied.')
  expect(page).not.toMatch(/Bhutan|least 7/)
  expect(front).toContain('Applications for Round 2016A are open until 16 February 2016 at 12:00 UTC.')
})

test.each([
  ['2016-01-10T12:00:00Z', 'Applications open on 11 January 2016 at 00:00 UTC.'],
  ['2016-02-20T12:00:00Z', 'Applications closed on 16 February 2016 at 12:00 UTC.'],
  ['2016-08-20T12:00:00Z', 'This round is over.'],
])('at %s the page of a round says what is true then, and leads to no form', async (now, sentence) => {
  app.at(now)

  const page = await read('/rounds/2016A')

  expect(page).toContain(sentence)
  expect(page).not.toContain('/apply"')
})
