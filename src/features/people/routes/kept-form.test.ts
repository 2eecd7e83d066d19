import { beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { sweepOldData } from '../../own-data/actions/sweeping.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())
beforeEach(() => app.at('2016-02-20T12:00:00Z'))

const page = '/office/rounds/new'
const typed = { code: '2016A', title: 'Winter "round" <b>', zone: 'Africa/Lagos', topicDays: '0, 14' }

const send = (
  headers: Record<string, string>,
  fields: Record<string, string> = typed,
  to = page,
  from = to,
) =>
  site.request(to, {
    method: 'POST',
    headers: {
      ...headers,
      Referer: `http://localhost${from}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields).toString(),
  })
const aCoordinator = () => aPerson(app, { role: 'coordinator' })
const open = async (person: { id: string }, path = `${page}?kept=1`) =>
  (await site.request(path, { headers: await signedIn(app, person) })).text()
const keptForms = () => app.db.selectFrom('keptForm').select('personId').execute()

test('a form sent after the session has ended does nothing, and is there again after signing in', async () => {
  const ruth = await aCoordinator()
  const headers = await signedIn(app, ruth)
  app.at('2016-02-20T13:00:01Z')

  const answer = await send(headers)

  expect([answer.status, decodeURIComponent(answer.headers.get('Location') ?? '')]).toEqual([
    303,
    `/sign-in?next=${page}?kept=1`,
  ])
  expect(await app.db.selectFrom('round').selectAll().execute()).toEqual([])
  const again = await open(ruth)
  expect(again).toContain('You had been signed out when you sent this')
  expect(again).toMatch(/<form class="form" method="post" action="\/office\/rounds\/new" id="kept"/)
  for (const value of ['2016A', 'Winter &quot;round&quot; &lt;b&gt;', 'Africa/Lagos', '0, 14'])
    expect(again).toContain(` value="${value}"`)
  expect(again).not.toContain('0, 14, 28')
})

test('of a button alone, nothing is said to have been typed', async () => {
  const ruth = await aCoordinator()
  const headers = await signedIn(app, ruth)
  app.at('2016-02-20T13:00:01Z')
  await send(headers, {}, '/me/data/copy', '/me/data')

  const page = await open(ruth, '/me/data?kept=1')

  expect(page).toContain('Nothing has been saved yet. Press the button once more.')
  expect(page).not.toContain('A copy of what you typed')
})

test('a kept form is shown to nobody else, on no other page, and only when it is asked for', async () => {
  const ruth = await aCoordinator()
  const headers = await signedIn(app, ruth)
  app.at('2016-02-20T13:00:01Z')
  await send(headers)

  const shown = [
    await open(await aCoordinator()),
    await open(ruth, '/office/rounds?kept=1'),
    await open(ruth, page),
    await (await site.request(`${page}?kept=1`, { headers })).text(),
  ].map((html) => html.includes('Winter'))

  expect(shown).toEqual([false, false, false, false])
})

test('a kept form is forgotten after a day', async () => {
  const ruth = await aCoordinator()
  const headers = await signedIn(app, ruth)
  app.at('2016-02-20T13:00:01Z')
  await send(headers)
  app.at('2016-02-21T13:00:02Z')

  const shown = await open(ruth)
  await sweepOldData(app)

  expect(shown).not.toContain('Winter')
  expect(await keptForms()).toEqual([])
})

test('nothing is kept of a stranger, after signing out, the day after, or of what is too long', async () => {
  const [ruth, ada, sol, li] = [
    await aCoordinator(),
    await aCoordinator(),
    await aCoordinator(),
    await aCoordinator(),
  ]
  const own = { 'Sec-Fetch-Site': 'same-origin' }
  const [left, late, long, elsewhere] = [
    await signedIn(app, ruth),
    await signedIn(app, ada),
    await signedIn(app, sol),
    await signedIn(app, li),
  ]
  await send(left, {}, '/sign-out')
  app.at('2016-02-20T13:00:01Z')

  const answers = [
    await send(own),
    await send({ ...own, Cookie: 'twinleaf_session=invented.token' }),
    await send(left),
    await send(long, { ...typed, title: 'x'.repeat(160_000) }),
    await send({ ...elsewhere, 'Sec-Fetch-Site': 'cross-site' }),
  ].map(({ status, headers }) => [status, decodeURIComponent(headers.get('Location') ?? '')])
  const Cookie = (await send(own)).headers.get('Set-Cookie')?.split(';')[0] ?? ''
  const signIn = await (await site.request('/sign-in', { headers: { Cookie } })).text()
  app.at('2016-02-21T12:00:01Z')
  await send(late)

  expect(answers).toEqual([...Array(4).fill([303, `/sign-in?next=${page}`]), [403, '']])
  expect(signIn).toContain('nothing has been saved. Before you go on, go back in your browser')
  expect(await keptForms()).toEqual([])
})

test('the last form that was sent is kept, without its file', async () => {
  const ed = await aPerson(app, { role: 'editor' })
  const headers = await signedIn(app, ed)
  app.at('2016-02-20T13:00:01Z')
  const form = new FormData()
  form.set('title', 'Libraries by the sea')
  form.set('picture', new File(['a picture'], 'sea.png', { type: 'image/png' }))
  form.append('interests[]', 'teaching')
  await send(headers)

  await site.request('/office/topics/2016A/1/save', { method: 'POST', headers, body: form })

  const kept = await app.db.selectFrom('keptForm').select(['page', 'action', 'typed']).execute()
  expect(kept).toEqual([
    {
      page: '/office',
      action: '/office/topics/2016A/1/save',
      typed: { title: 'Libraries by the sea', interests: ['teaching'] },
    },
  ])
})

test('pressing "Stay signed in" gives another hour, up to the twelfth', async () => {
  const ruth = await aCoordinator()
  const headers = await signedIn(app, ruth)
  const press = async (time: string) => {
    app.at(`2016-02-20T${time}Z`)
    const answer = await send(headers, {}, '/me/stay')
    return answer.headers.get('Location')
  }

  const pressed = [await press('12:58:00'), await press('13:57:00'), await press('14:57:01')]

  expect(pressed).toEqual(['/me/stay', '/me/stay', '/sign-in?next=%2Fme%2Fstay%3Fkept%3D1'])
})

test('the office says until when somebody is signed in; a member is not told', async () => {
  const ruth = await aPerson(app, { role: 'coordinator', zone: 'Africa/Lagos' })
  const headers = await signedIn(app, ruth)
  app.at('2016-02-20T12:30:00Z')

  const office = await (await site.request('/office', { headers })).text()
  const member = await (
    await site.request('/me', { headers: await signedIn(app, await aPerson(app)) })
  ).text()

  expect(office).toContain('<session-end idle="3600" left="3600" most="41400"')
  expect(office).toContain('signed in until 20 February 2016 at 14:30')
  expect(member).not.toContain('session-end')
})
