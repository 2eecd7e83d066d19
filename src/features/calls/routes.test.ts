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

test('the numbers of a round can be asked for alone, may be kept for a minute, and end with the deadline', async () => {
  const answer = await site.request('/rounds/2016A/so-far')
  const tag = answer.headers.get('ETag') ?? ''
  const part = await answer.text()
  const same = await site.request('/rounds/2016A/so-far', { headers: { 'If-None-Match': tag } })
  app.at('2016-02-20T12:00:00Z')
  const after = await read('/rounds/2016A/so-far')
  app.at('2016-01-20T12:00:00Z')

  expect(await read('/rounds/2016A')).toContain(part)
  expect(part).toMatch(/^<p data-say="At least 5 people have applied. [^"]+">At least 5 people have applied./)
  expect(answer.headers.get('Cache-Control')).toMatch(/^public, max-age=60,/)
  expect([same.status, await same.text()]).toEqual([304, ''])
  expect(after).toContain('data-done=""')
})

test('a link to a round is shown with a picture in the reader’s language, which anyone may keep', async () => {
  const page = await read('/rounds/2016A')
  const [, address = ''] = /property="og:image" content="([^"]+)"/.exec(page) ?? []
  const answer = await site.request(address.replace(app.origin, ''))
  const tag = answer.headers.get('ETag') ?? ''
  const again = await site.request(address.replace(app.origin, ''), { headers: { 'If-None-Match': tag } })

  expect(address).toMatch(/^http:\/\/localhost:3000\/rounds\/2016A\/card\/en\.png\?v=[\w-]{10}$/)
  expect(page).toContain(
    'property="og:image:alt" content="Mentoring network: Round 2016A. You can apply until 16 February 2016 at 12:00 UTC."',
  )
  expect(Buffer.from(await answer.arrayBuffer()).readUInt32BE(16)).toBe(1200)
  expect(answer.headers.get('Content-Type')).toBe('image/png')
  expect(answer.headers.get('Cache-Control')).toMatch(/^public, max-age=86400,/)
  expect([again.status, again.headers.get('Cross-Origin-Resource-Policy')]).toEqual([304, 'cross-origin'])
  expect((await site.request('/rounds/2016A/card/de.png')).status).toBe(404)
  expect((await site.request('/rounds/2015A/card/en.png')).status).toBe(404)
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

test('the page of a round to which nobody can apply any more leads to the one that is open', async () => {
  app.at('2016-01-20T12:00:00Z')
  await aRound(app, {
    ...{ code: '2015B', startsOn: '2015-08-17', endsOn: '2015-12-06' },
    ...{ applyFrom: new Date('2015-07-05T00:00:00Z'), applyUntil: new Date('2015-08-09T00:00:00Z') },
  })

  const page = await read('/rounds/2015B')

  expect(page).toContain('This round is over.</p>')
  expect(page).toContain(
    '<a href="/rounds/2016A">You can apply for Round 2016A until 16 February 2016 at 12:00 UTC.</a>',
  )
})
