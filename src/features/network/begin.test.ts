import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import type { Transport } from '../../platform/config.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { changeNetwork, sendTestEmail } from './actions.ts'
import { beginAddress } from './index.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())
const address = (await beginAddress(app)) ?? ''

const send = (fields: Record<string, string>) =>
  site.request(address, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: app.origin, 'Sec-Fetch-Site': 'same-origin' },
  })

test('an address that nobody printed leads nowhere', async () => {
  const answer = await site.request(`/begin/${'A'.repeat(43)}`)

  expect([answer.status, (await site.request(address)).status]).toEqual([404, 200])
})

test('a form that came back keeps what was typed', async () => {
  const answer = await send({ name: 'Kate', email: 'kate' })

  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('value="kate"')
})

test('of two who open it at once one directs the network, signed in, and the other reads that someone was first', async () => {
  const both = await Promise.all([
    send({ name: 'Kate Murphy', email: 'kate@library.example' }),
    send({ name: 'Sol Reyes', email: 'sol@library.example' }),
  ])

  const [won, lost] = both.toSorted((one, other) => one.status - other.status)
  expect([won?.status, won?.headers.get('Location'), lost?.status]).toEqual([
    303,
    '/office/network/start',
    410,
  ])
  expect(await lost?.text()).toContain('This address worked once')
  const directors = await app.db.selectFrom('roleGrant').select('role').execute()
  expect(directors).toEqual([{ role: 'director' }])
  const Cookie =
    won?.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ') ?? ''
  const start = await site.request('/office/network/start', { headers: { Cookie } })
  expect([start.status, (await start.text()).includes('href="/office/network/names"')]).toEqual([200, true])
})

test('one step stands out, the next, and the steps are found again under Network until there is a round', async () => {
  const director = await aPerson(app, { role: 'director' })
  const headers = await signedIn(app, director)
  const read = async (path: string) => (await site.request(path, { headers })).text()
  const standsOut = async () =>
    [...(await read('/office/network/start')).matchAll(/class="button primary"[^>]*>([^<]*)/g)].map(
      ([, name]) => name,
    )
  const isFound = async () => (await read('/office/network')).includes('href="/office/network/start"')

  const unnamed = [await standsOut(), await isFound()]
  await changeNetwork(app, director, { texts: { en: { name: 'Nordic Pairs' } } })
  const named = [await standsOut(), await isFound()]
  await sendTestEmail(app, director)
  const tested = [await standsOut(), await isFound()]
  const undone = await read('/office/network/start')
  await aRound(app)
  const done = await read('/office/network/start')

  expect([unnamed, named, tested, [await standsOut(), await isFound()]]).toEqual([
    [['Give it a name'], true],
    [['Send me a test email'], true],
    [['Plan a round'], true],
    [[], false],
  ])
  expect([undone.includes('Skip for now'), done.includes('Skip for now')]).toEqual([true, false])
  expect(done).toContain('Every step is done.')
  expect(done).toContain('>Go to the office</a>')
})

test('a test email is on its way where there is a mail server, and nowhere else', async () => {
  const headers = await signedIn(app, await aPerson(app, { role: 'director', email: 'ida@library.example' }))
  const own = { ...headers, Origin: app.origin, 'Sec-Fetch-Site': 'same-origin' }
  const told = async (transport: Transport) => {
    const config = { ...app.config, mail: { ...app.config.mail, transport } }
    const there = createSite({ ...app, config }, await buildAssets())
    const before = await (await there.request('/office/network/email', { headers })).text()
    const done = await there.request('/office/network/email/test', {
      method: 'POST',
      headers: own,
      body: new URLSearchParams(),
    })
    const Cookie = [headers.Cookie, ...done.headers.getSetCookie().map((one) => one.split(';')[0])].join('; ')
    const after = await (await there.request('/office/network/email', { headers: { Cookie } })).text()
    return [before.includes('an example to ida@'), after.includes('is on its way to ida@')]
  }

  expect([await told('smtp'), await told('spool'), await told('page')]).toEqual([
    [true, true],
    [false, false],
    [false, false],
  ])
})

test('once used it opens nothing, also when that director has left', async () => {
  await app.db.deleteFrom('roleGrant').execute()

  const [looked, sent] = [await site.request(address), await send({ name: 'X', email: 'x@library.example' })]

  expect([looked.status, sent.status, await beginAddress(app)]).toEqual([410, 410, null])
})
