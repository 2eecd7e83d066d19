import { beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { codeAt } from '../../../../test/totp.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'

const app = await testApp()
const site = createSite(app, await buildAssets())
beforeEach(() => app.at('2016-02-20T12:00:00Z'))

type Headers = Record<string, string>

const post = (path: string, headers: Headers, fields: Headers = {}, from = path) =>
  site.request(path, {
    method: 'POST',
    headers: {
      ...headers,
      Referer: `http://localhost${from}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields).toString(),
  })
const leadsTo = (answer: Response) => [
  answer.status,
  decodeURIComponent(answer.headers.get('Location') ?? ''),
]
const tabOf = (headers: Headers, answer: Response): Headers => ({
  ...headers,
  Cookie: answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; '),
})
const rolesOf = ({ id }: { id: string }) =>
  app.db.selectFrom('roleGrant').select('role').where('personId', '=', id).execute()

/** Someone who was asked for a code before: what their app shows, and the headers of their session. */
async function withApp(role: 'director' | 'coordinator') {
  const person = await aPerson(app, { name: 'Noor Haddad', role })
  const before = await signedIn(app, person)
  await post('/me/second-factor/begin', before)
  const page = await (await site.request('/me/second-factor', { headers: before })).text()
  const secret = (/<code dir="ltr">([A-Z2-7 ]{20,})<\/code>/.exec(page)?.[1] ?? '').replaceAll(' ', '')
  const confirmed = await post('/me/second-factor/confirm', before, { code: codeAt(secret, new Date()) })
  // The code of this half minute is used up; here another one begins.
  await app.db.updateTable('secondFactor').set({ lastStep: null }).where('personId', '=', person.id).execute()
  return { person, code: () => codeAt(secret, new Date()), headers: tabOf(before, confirmed) }
}

const role = { role: 'editor', country: '', startsOn: '2016-02-20', endsOn: '' }

test('someone who signed in a moment ago is not asked again', async () => {
  const [dora, ada] = [await aPerson(app, { role: 'director' }), await aPerson(app)]
  const headers = await signedIn(app, dora)
  app.at('2016-02-20T12:05:00Z')

  const answer = await post(`/office/people/${ada.id}/grant`, headers, role)

  expect(leadsTo(answer)).toEqual([303, `/office/people/${ada.id}`])
  expect(await rolesOf(ada)).toEqual([{ role: 'editor' }])
})

test('later a code is asked for, nothing is done before it, and the form is there again with all that was typed', async () => {
  const [noor, ada] = [await withApp('director'), await aPerson(app)]
  app.at('2016-02-20T12:05:01Z')
  const path = `/office/people/${ada.id}`

  const asked = await post(`${path}/grant`, noor.headers, role, path)
  const before = await rolesOf(ada)
  const confirm = asked.headers.get('Location') ?? ''
  const page = await (await site.request(confirm, { headers: noor.headers })).text()
  const next = /name="next" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const confirmed = await post('/me/confirm', noor.headers, { code: noor.code(), next })
  const tab = tabOf(noor.headers, confirmed)
  const again = await (await site.request(`${path}?kept=again`, { headers: tab })).text()
  const done = await post(`${path}/grant`, tab, role, `${path}?kept=again`)

  expect(leadsTo(asked)).toEqual([303, `/me/confirm?next=${path}?kept=again`])
  expect(before).toEqual([])
  expect(page).toContain('Please show that it is you')
  expect(leadsTo(confirmed)).toEqual([303, `${path}?kept=again`])
  expect(again).toContain('Please send this once more')
  expect(again).toMatch(/value="editor"[^>]* checked/)
  expect(leadsTo(done)).toEqual([303, path])
  expect(await rolesOf(ada)).toEqual([{ role: 'editor' }])
})

test('the session goes on under a new token, the old one is of no use, and it ends no later than it would have', async () => {
  const noor = await withApp('director')
  app.at('2016-02-20T12:30:00Z')

  const confirmed = await post('/me/confirm', noor.headers, { code: noor.code(), next: '/office' })
  const tab = tabOf(noor.headers, confirmed)
  const open = async (headers: Headers) => (await site.request('/me/settings', { headers })).status

  expect([await open(noor.headers), await open(tab)]).toEqual([303, 200])
  for (const time of ['2016-02-20T13:29:00Z', '2016-02-20T14:28:00Z', '2016-02-20T23:00:00Z']) app.at(time)
  app.at('2016-02-21T00:00:01Z')
  await app.db
    .updateTable('session')
    .set({ lastSeenAt: app.now() })
    .where('personId', '=', noor.person.id)
    .execute()
  expect(await open(tab)).toBe(303)
})

test('in two tabs at once one code is taken once; a wrong one and one of before are refused, and the door stays shut', async () => {
  const [noor, ada] = [await withApp('director'), await aPerson(app)]
  app.at('2016-02-20T12:10:00Z')
  const code = noor.code()

  const both = await Promise.all([
    post('/me/confirm', noor.headers, { code, next: '/office' }),
    post('/me/confirm', noor.headers, { code, next: '/office' }),
  ])
  // The other is told that the code is used, or to sign in, as its session has gone on under another token.
  const winners = both.filter((answer) => leadsTo(answer)[1] === '/office')
  const winner = winners[0] ?? new Response()
  const tab = tabOf(noor.headers, winner)
  app.at('2016-02-20T12:20:00Z')
  const replayed = await post('/me/confirm', tab, { code, next: '/office' })
  const wrong = await post('/me/confirm', tab, { code: '000000', next: '/office' })
  const shut = await post(`/office/people/${ada.id}/disable`, tab)

  expect(winners).toHaveLength(1)
  expect([replayed.status, wrong.status]).toEqual([422, 422])
  expect(await wrong.text()).toContain('This code is not right')
  expect(leadsTo(shut)[0]).toBe(303)
  expect(leadsTo(shut)[1]).toMatch(/^\/me\/confirm/)
  const { disabledAt } = await app.db
    .selectFrom('person')
    .select('disabledAt')
    .where('id', '=', ada.id)
    .executeTakeFirstOrThrow()
  expect(disabledAt).toBeNull()
})

test('ten wrong codes in a row shut the page for a quarter of an hour', async () => {
  const noor = await withApp('coordinator')
  const wrong = String((Number(noor.code()) + 1) % 1_000_000).padStart(6, '0')

  for (let tries = 0; tries < 10; tries++)
    await post('/me/confirm', noor.headers, { code: wrong, next: '/me' })
  const right = await post('/me/confirm', noor.headers, { code: noor.code(), next: '/me' })

  expect(right.status).toBe(422)
})

test('someone without an app gets a fresh link, which leads back to where they were, and opens the door', async () => {
  const [ada, other] = [await aPerson(app), 'ada@new.example']
  const headers = await signedIn(app, ada)
  app.at('2016-02-20T18:00:00Z')

  const asked = await post('/me/email', headers, { email: other })
  const page = await (await site.request(asked.headers.get('Location') ?? '', { headers })).text()
  const sent = await post('/me/confirm/link', headers, { next: '/me/email?kept=again' })
  const told = await (await site.request(sent.headers.get('Location') ?? '', { headers })).text()
  await app.runJobs()
  const mails = await app.db
    .selectFrom('outbox')
    .select(['toAddress', 'text'])
    .where('kind', '=', 'sign-in')
    .execute()
  const link = new URL(/http:\S+/.exec(mails[0]?.text ?? '')?.[0] ?? '')
  const used = await post(link.pathname, headers, { next: link.searchParams.get('next') ?? '' })
  const tab = tabOf(headers, used)
  const again = await (await site.request('/me/email?kept=again', { headers: tab })).text()
  const done = await post('/me/email', tab, { email: other })

  expect(leadsTo(asked)).toEqual([303, '/me/confirm?next=/me/email?kept=again'])
  expect(page).toContain(ada.email)
  expect(page).not.toContain('name="code"')
  expect(leadsTo(sent)).toEqual([303, '/me/confirm/sent?next=/me/email?kept=again'])
  expect(told).toContain(ada.email)
  expect(told).not.toContain('If you have never applied')
  expect(told).toContain(`href="/me/confirm?next=${encodeURIComponent('/me/email?kept=again')}"`)
  expect(mails.map(({ toAddress }) => toAddress)).toEqual([ada.email])
  expect(again).toContain('value="ada@new.example"')
  expect(leadsTo(done)).toEqual([303, '/me/settings'])
  expect((await site.request('/me', { headers })).status).toBe(303)
})

test('nobody is led elsewhere by the page, and a visitor signs in first', async () => {
  const noor = await withApp('director')

  const elsewhere = await post('/me/confirm', noor.headers, { code: noor.code(), next: '//evil.example' })
  const visitor = await site.request('/me/confirm')

  expect(leadsTo(elsewhere)).toEqual([303, '/'])
  expect(leadsTo(visitor)).toEqual([303, '/sign-in?next=/me/confirm'])
})
