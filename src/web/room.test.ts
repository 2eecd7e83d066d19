import { afterEach, expect, test } from 'vitest'
import { aPerson } from '../../test/builders.ts'
import { testApp } from '../../test/harness.ts'
import { signedIn } from '../../test/signed-in.ts'
import { buildAssets } from './assets.ts'
import { createSite } from './site.tsx'

const app = await testApp()
const site = createSite(app, await buildAssets())
const ada = await aPerson(app, { name: 'Ada Mensah', role: 'director', email: 'ada@library.example' })
const sol = await aPerson(app, { name: 'Sol Quispe' })
const asAda = await signedIn(app, ada)
const asSol = await signedIn(app, sol)
const ours = { Origin: app.origin, 'Sec-Fetch-Site': 'same-origin' }

afterEach(() => app.roomIs('enough'))

const get = (path: string, headers: Record<string, string> = {}) =>
  site.request(app.origin + path, { headers })
const post = (path: string, body: Record<string, string>, headers: Record<string, string> = ours) =>
  site.request(app.origin + path, { method: 'POST', body: new URLSearchParams(body), headers })

const line = async (answer: Promise<Response> | Response) =>
  /class="banner halt">([^<]*)</.exec(await (await answer).text())?.[1] ?? null

test('while room is short pages are read, say so, and nothing is saved', async () => {
  app.roomIs('short')

  const refused = await post('/me/settings', { name: 'Solange', locale: 'en', zone: 'UTC' }, asSol)

  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '60'])
  expect(await refused.text()).toContain('what you typed is still there')
  expect(await app.db.selectFrom('person').select('name').where('id', '=', sol.id).execute()).toEqual([
    { name: 'Sol Quispe' },
  ])
  expect(await line(get('/'))).toMatch(/^Nothing can be saved here at the moment, because/)
  expect(await line(get('/me', asSol))).toMatch(/^Nothing can be saved here at the moment, because/)
  expect(await line(get('/office', asAda))).toMatch(
    /^Ask the person who runs the server .* 286 MB are free, and 477 MB/,
  )
  app.roomIs('enough')
  expect(await line(get('/'))).toBeNull()
})

test('signing in and out, and shutting someone out, go on while room is short, and end when there is none', async () => {
  const urgent = () =>
    Promise.all(
      [
        post('/sign-in', { email: 'ada@library.example', next: '' }),
        post(`/office/people/${sol.id}/disable`, {}, asAda),
        post('/me/stay', {}, asAda),
        post('/me/second-factor/begin', {}, asAda),
      ].map(async (answer) => (await answer).status),
    )
  app.roomIs('short')
  const short = await urgent()
  app.roomIs('none')
  const none = await urgent()

  expect(short).not.toContain(503)
  expect(none).toEqual([503, 503, 503, 503])
  expect(await line(get('/sign-in'))).toMatch(/nobody can sign in/)
})

test('on a full disk a page is shown and nothing at all is written', async () => {
  const seen = () => app.db.selectFrom('session').select(['id', 'lastSeenAt']).orderBy('id').execute()
  const before = await seen()
  app.at('2016-02-20T12:10:00Z')
  app.roomIs('none')

  const page = await get('/me', asAda)

  expect([page.status, await seen()]).toEqual([200, before])
})

test('whoever watches the machine is told', async () => {
  const checks = async () =>
    ((await (await get('/readyz')).json()) as { checks: Record<string, boolean> }).checks.space
  app.roomIs('short')
  const short = await checks()
  app.roomIs('enough')

  expect([short, await checks()]).toEqual([false, true])
})

test('where the database is elsewhere only files are turned away', async () => {
  const elsewhere = createSite({ ...app, space: { ...app.space, holdsDatabase: false } }, await buildAssets())
  const body = new FormData()
  body.set('file', new Blob(['a']), 'a.csv')
  app.roomIs('short')

  const ask = (path: string, sent: FormData | URLSearchParams) =>
    elsewhere.request(app.origin + path, { method: 'POST', body: sent, headers: asAda })
  const statuses = [
    (await ask('/office/rounds/2016A/applications/import', body)).status,
    (await ask('/office/rounds/2016A/announce', new URLSearchParams())).status,
  ]

  expect(statuses).toEqual([503, 404])
})

test('a database that says it has no room is told as that, and not as a fault', async () => {
  const full = createSite(
    {
      ...app,
      space: {
        holdsDatabase: true,
        look: async () => {
          throw Object.assign(new Error('could not extend file'), { code: '53100' })
        },
      },
    },
    await buildAssets(),
  )

  const answer = await full.request(`${app.origin}/me/settings`, { method: 'POST', headers: asSol })

  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('This was not saved')])
})
