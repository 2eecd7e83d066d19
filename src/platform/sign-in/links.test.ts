import { afterEach, expect, test, vi } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { makeLink, sessionKey, signOut, useLink } from './index.ts'

const app = await testApp()
const browser = new Headers({ 'User-Agent': 'Firefox' })
const cookieOf = (cookies: string[]) => new Headers({ Cookie: cookies[0]?.split(';')[0] ?? '' })
const sessions = () => app.db.selectFrom('session').select(['personId', 'tokenHash', 'userAgent']).execute()

afterEach(async () => {
  vi.useRealTimers()
  await app.db.deleteFrom('session').execute()
})

test('a link signs its person in once, and the database holds hashes alone', async () => {
  const ada = await aPerson(app)
  const secret = await makeLink(app, ada.id)
  const stored = await app.db.selectFrom('verification').select(['identifier', 'value']).execute()

  const first = await useLink(app, secret, browser)
  const second = await useLink(app, secret, browser)

  const cookie = first.cookies[0] ?? ''
  expect([first.outcome, second.outcome]).toEqual(['signed-in', 'refused'])
  expect(cookie).toMatch(
    /^twinleaf_session=[\w-]{43}\.[^;]+; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  expect(await sessions()).toEqual([
    { personId: ada.id, tokenHash: sessionKey(app, cookieOf(first.cookies)), userAgent: 'Firefox' },
  ])
  expect(JSON.stringify(stored)).not.toContain(secret)
  expect(cookie).not.toContain((await sessions())[0]?.tokenHash)
})

test('two browsers that use one link at the same moment: one gets in', async () => {
  const secret = await makeLink(app, (await aPerson(app)).id)

  const steps = await Promise.all([useLink(app, secret, browser), useLink(app, secret, browser)])

  expect(steps.map(({ outcome }) => outcome).sort()).toEqual(['refused', 'signed-in'])
})

test('a newer link takes the place of the one before, and of nobody else’s', async () => {
  const [ada, sol] = [await aPerson(app), await aPerson(app)]
  const [older, other, newer] = [
    await makeLink(app, ada.id),
    await makeLink(app, sol.id),
    await makeLink(app, ada.id),
  ]

  const steps = [await useLink(app, older, browser), await useLink(app, other, browser)]
  const last = await useLink(app, newer, browser)

  expect([...steps, last].map(({ outcome }) => outcome)).toEqual(['refused', 'signed-in', 'signed-in'])
})

test('signing in again where someone is signed in ends the session before it', async () => {
  const ada = await aPerson(app)
  const { cookies } = await useLink(app, await makeLink(app, ada.id), browser)
  const before = sessionKey(app, cookieOf(cookies))

  await useLink(app, await makeLink(app, ada.id), cookieOf(cookies))

  const left = await sessions()
  expect(left).toHaveLength(1)
  expect(left[0]?.tokenHash).not.toBe(before)
})

test('a link works for an hour', async () => {
  const [ada, sol] = [await aPerson(app), await aPerson(app)]
  const [early, late] = [await makeLink(app, ada.id), await makeLink(app, sol.id)]
  const made = Date.now()

  vi.useFakeTimers({ toFake: ['Date'], now: made + 59 * 60_000 })
  const inTime = await useLink(app, early, browser)
  vi.setSystemTime(made + 61 * 60_000)
  const tooLate = await useLink(app, late, browser)

  expect([inTime.outcome, tooLate.outcome]).toEqual(['signed-in', 'refused'])
})

test('a link does not work for somebody who was disabled after it was sent', async () => {
  const ada = await aPerson(app)
  const secret = await makeLink(app, ada.id)
  await app.db.updateTable('person').set({ disabledAt: app.now() }).where('id', '=', ada.id).execute()

  const step = await useLink(app, secret, browser)

  expect(step).toEqual({ outcome: 'refused', cookies: [] })
})

test('a link that nobody made is refused', async () => {
  const step = await useLink(app, 'x'.repeat(43), browser)

  expect(step).toEqual({ outcome: 'refused', cookies: [] })
})

test('signing out ends the session and takes its cookie away', async () => {
  const { cookies } = await useLink(app, await makeLink(app, (await aPerson(app)).id), browser)

  const gone = await signOut(app, cookieOf(cookies))

  expect(await sessions()).toEqual([])
  expect(gone[0]).toMatch(/^twinleaf_session=; Max-Age=0/)
})

test('on a real site the cookie is bound to its host and to https', async () => {
  const real = await testApp('2016-02-20T12:00:00Z', { BASE_URL: 'https://iln.example' })
  const ada = await aPerson(real)

  const { cookies } = await useLink(real, await makeLink(real, ada.id), browser)

  expect(cookies.map((cookie) => cookie.replace(/=[^;]+;/, '=…;'))).toEqual([
    '__Host-twinleaf_session=…; Max-Age=7776000; Path=/; HttpOnly; Secure; SameSite=Lax',
  ])
  expect(sessionKey(real, cookieOf(cookies))).toBe(
    (await real.db.selectFrom('session').select('tokenHash').executeTakeFirstOrThrow()).tokenHash,
  )
})
