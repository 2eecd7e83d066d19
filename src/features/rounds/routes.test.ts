import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'

const app = await testApp('2016-01-20T12:00:00Z')
const site = createSite(app, await buildAssets())
const coordinator = await aPerson(app, { name: 'Ruth Bellamy', role: 'coordinator' })
const headers = await signedIn(app, coordinator)

const typed = {
  code: '2018A',
  title: 'Spring 2018',
  zone: 'Australia/Sydney',
  applyFrom: '2018-01-08T00:00',
  applyUntil: '2018-02-12T00:00',
  startsOn: '2018-02-26',
  endsOn: '2018-06-17',
  capPercent: '20',
  topicDays: '0, 14, 28',
}

const send = (path: string, fields: Record<string, string>) =>
  site.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })

test('a coordinator opens a round with the form, announces it, and everyone can read its page', async () => {
  const opened = await send('/office/rounds/new', typed)
  const hidden = await site.request('/rounds/2018A')
  const announced = await send('/office/rounds/2018A/announce', {})
  const page = await (await site.request('/rounds/2018A')).text()

  expect(opened.headers.get('Location')).toBe('/office/rounds/2018A')
  expect(hidden.status).toBe(404)
  expect(announced.status).toBe(303)
  expect(page).toContain('Spring 2018')
  expect(page).toContain('11 February 2018 at 23:59 GMT+11 (11 February 2018 at 12:59 UTC)')
})

test('a round without a title of its own is called by its code, in the language of whoever reads and searches', async () => {
  await send('/office/rounds/new', { ...typed, code: '2018B', title: ' ' })
  await send('/office/rounds/2018B/announce', {})
  const read = async (locale: string) =>
    (await site.request('/rounds/2018B', { headers: { Cookie: `twinleaf_pref=${locale}.auto` } })).text()
  const reader = await signedIn(app, await aPerson(app, { role: 'coordinator', locale: 'es' }))
  const search = (q: string) =>
    site.request(`/office/search?${new URLSearchParams({ q })}`, { headers: reader })

  const [en, es, ar] = [await read('en'), await read('es'), await read('ar')]
  const found = await (await search('ronda 2018b')).text()

  for (const [page, title] of [
    [en, 'Round 2018B'],
    [es, 'Ronda 2018B'],
    [ar, 'الدورة 2018B'],
  ])
    expect(page).toMatch(new RegExp(`<h1[^>]*>${title}</h1>`))
  expect(`${es}${ar}`).not.toContain('Round 2018B')
  expect(found).toContain('href="/office/rounds/2018B"')
})

test('the list names the days of a round by its own clock, the deadline by the last day to apply', async () => {
  const list = await (await site.request('/office/rounds', { headers })).text()

  expect(list).toContain('8 January 2018 to 11 February 2018')
})

test.each<[string, Partial<typeof typed>, string]>([
  ['a code of another form', { code: 'spring' }, 'A code is a year and one capital letter'],
  ['a zone nobody knows', { zone: 'Mars/Olympus' }, 'We do not know this zone.'],
  ['a day that does not exist', { startsOn: '2018-02-30' }, 'Please give a date'],
  [
    'a deadline before the opening',
    { applyUntil: '2018-01-01T00:00' },
    'Applications must close after they open.',
  ],
  [
    'a start before the deadline',
    { startsOn: '2018-02-01' },
    'Mentoring must start after applications have closed.',
  ],
  [
    'a deadline in the first morning after the start, which is still its evening in UTC',
    { applyUntil: '2018-02-27T08:00' },
    'Mentoring must start after applications have closed.',
  ],
  ['a topic after the end', { topicDays: '0, 400' }, 'A topic is due after the end of the round.'],
  ['a share that is none', { capPercent: '200' }, 'Please give a share from 1 to 100.'],
  ['a title of thousands of letters', { title: 'x'.repeat(5000) }, 'This is too long.'],
  [
    'hostile HTML in the code',
    { code: '"><script>alert(1)</script>' },
    'A code is a year and one capital letter',
  ],
])('%s comes back with words beside the field and nothing lost', async (_name, wrong, words) => {
  const answer = await send('/office/rounds/new', { ...typed, code: '2019A', ...wrong })
  const page = await answer.text()

  expect(answer.status).toBe(422)
  expect(page).toContain(words)
  expect(page).toContain(
    'value="Australia/Sydney"'.replace('Australia/Sydney', wrong.zone ?? 'Australia/Sydney'),
  )
  expect(page).not.toContain('<script>alert')
})

test('a code that is taken is said beside the field', async () => {
  await aRound(app, { code: '2020A' })

  const answer = await send('/office/rounds/new', { ...typed, code: '2020A' })

  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('There is already a round with this code.')
})

test('the form of a clone suggests the next code and half a year later', async () => {
  await aRound(app, { code: '2016A' })

  const page = await (await site.request('/office/rounds/2016A/clone', { headers })).text()

  expect(page).toContain('value="2016B"')
  expect(page).toContain('value="2016-08-29"')
})

test.each(['0000-01-01', '9999-12-31', '+275760-09-13'])('a clone cannot start on %s', async (startsOn) => {
  const answer = await send('/office/rounds/2020A/clone', { code: '2022B', startsOn })

  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Please give a date as year, month and day.')
})

test('a field that the form does not have is refused', async () => {
  const answer = await send('/office/rounds/new', { ...typed, code: '2021A', announcedAt: '2018-01-01' })

  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('a field that we do not know')
})

test('an ambassador may look at rounds but not open one', async () => {
  const ambassador = await aPerson(app, { role: 'ambassador', country: 'EG' })
  const theirs = await signedIn(app, ambassador)

  const list = await site.request('/office/rounds', { headers: theirs })
  const form = await site.request('/office/rounds/new', { headers: theirs })

  expect([list.status, form.status]).toEqual([200, 403])
  expect(await list.text()).not.toContain('Open a round')
})

test('what is out of order is said in one wave with what is missing, each with the name of its field', async () => {
  const slips = { code: '', applyUntil: '2018-01-01T00:00', endsOn: '2018-01-31' }

  const answer = await send('/office/rounds/new', { ...typed, ...slips })

  const page = await answer.text()
  expect([...page.matchAll(/<li><a href="#f-(\w+)">([^:<]+):/g)].map(([, id, field]) => [id, field])).toEqual(
    [
      ['code', 'Code'],
      ['applyUntil', 'Applications close'],
      ['endsOn', 'Last day of mentoring'],
    ],
  )
})
