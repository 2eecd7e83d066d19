import { beforeAll, expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { codeAt } from '../../../../test/totp.ts'
import { makeLink } from '../../../platform/sign-in/index.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'

const app = await testApp()
const site = createSite(app, await buildAssets())
const form = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }

const post = (path: string, headers: Record<string, string>, fields: Record<string, string> = {}) =>
  site.request(path, {
    method: 'POST',
    headers: { ...headers, ...form },
    body: new URLSearchParams(fields).toString(),
  })

/** The cookies a browser holds after an answer. */
const cookies = (answer: Response) => ({
  Cookie: answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; '),
})
const nameOf = async (headers: Record<string, string>) =>
  (await site.request('/me', { headers })).status === 200

const noor = { secret: '', codes: [] as string[], headers: {} as Record<string, string>, id: '' }
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

/** A fresh sign-in by link, which then waits for a code, in half a minute whose code was not used yet. */
const waiting = async () => {
  await app.db.updateTable('secondFactor').set({ lastStep: null }).where('personId', '=', noor.id).execute()
  return askedForCode()
}
const askedForCode = async () => post(`/sign-in/link/${await makeLink(app, noor.id)}`, {})

beforeAll(async () => {
  const person = await aPerson(app, { name: 'Noor Haddad', role: 'director' })
  const before = await signedIn(app, person)
  await post('/me/second-factor/begin', before)
  const page = await (await site.request('/me/second-factor', { headers: before })).text()
  noor.id = person.id
  noor.secret = (/<code dir="ltr">([A-Z2-7 ]{20,})<\/code>/.exec(page)?.[1] ?? '').replaceAll(' ', '')
  noor.codes = [...page.matchAll(/<code dir="ltr">([\w-]{17})<\/code>/g)].map(([, code]) => code ?? '')
  const confirmed = await post('/me/second-factor/confirm', before, { code: codeAt(noor.secret, new Date()) })
  noor.headers = cookies(confirmed)
})

test('setting up shows a secret, a picture of it and ten backup codes, until the first code; the session gets a new token', async () => {
  const after = await (await site.request('/me/second-factor', { headers: noor.headers })).text()

  expect([noor.secret.length, new Set(noor.codes).size]).toEqual([52, 10])
  expect(after).toContain('It is on')
  expect(after).not.toContain(noor.codes[0])
  expect(after).not.toContain('<svg class="qr"')
})

test('secret and backup codes are encrypted where they are kept', async () => {
  const row = await app.db.selectFrom('secondFactor').selectAll().executeTakeFirstOrThrow()

  expect(JSON.stringify(row)).not.toContain(noor.secret)
  expect(JSON.stringify(row)).not.toContain(noor.codes[0])
})

test('after the link nobody is signed in until the code is right', async () => {
  const step = await waiting()
  const early = await nameOf(cookies(step))
  const slip = await post('/sign-in/code', cookies(step), {
    code: wrong(codeAt(noor.secret, new Date())),
    next: '',
  })
  const code = codeAt(noor.secret, new Date())

  const right = await post('/sign-in/code', cookies(step), {
    code: `${code.slice(0, 3)} ${code.slice(3)}`,
    next: '/rounds',
  })

  expect([step.status, step.headers.get('Location'), early]).toEqual([303, '/sign-in/code', false])
  expect(slip.status).toBe(422)
  expect(await slip.text()).toContain('This code is not right')
  expect([right.status, right.headers.get('Location')]).toEqual([303, '/sign-in?next=%2Frounds'])
  expect(await nameOf(cookies(right))).toBe(true)
})

test('a code of the app works once, and none before it works after it', async () => {
  const step = await waiting()
  const now = new Date()
  const answer = async (as: Response, at: Date) =>
    post('/sign-in/code', cookies(as), { code: codeAt(noor.secret, at), next: '' })
  const sessions = () => app.db.selectFrom('session').select('id').where('personId', '=', noor.id).execute()

  const first = await answer(step, now)
  const before = await sessions()
  const replayed = await answer(await askedForCode(), now)
  const older = await answer(await askedForCode(), new Date(now.getTime() - 30_000))

  expect([first.status, replayed.status, older.status]).toEqual([303, 422, 422])
  expect(await replayed.text()).toContain('Please start again')
  expect(replayed.headers.getSetCookie()).toEqual([])
  expect(await sessions()).toEqual(before)
})

test('a backup code works once', async () => {
  const code = noor.codes[3] ?? ''
  const first = await post('/sign-in/code', cookies(await waiting()), { code, next: '' })

  const second = await post('/sign-in/code', cookies(await waiting()), { code, next: '' })

  expect([first.status, second.status]).toEqual([303, 422])
})

test('a backup code that was written down is read in small letters and without its dashes', async () => {
  const [code = ''] = noor.codes

  const typed = { code: code.toLowerCase().replaceAll('-', ' '), next: '' }
  const answer = await post('/sign-in/code', cookies(await waiting()), typed)

  expect(noor.codes.filter((one) => !/^([2-9B-DF-HJKMNP-TV-XZ]{5}-?){3}$/.test(one))).toEqual([])
  expect(answer.status).toBe(303)
})

test('after five wrong codes a sign-in has to start again', async () => {
  const step = await waiting()
  const guesses = []
  for (let guess = 0; guess < 5; guess += 1)
    guesses.push(await post('/sign-in/code', cookies(step), { code: '000000', next: '' }))

  const right = await post('/sign-in/code', cookies(step), {
    code: codeAt(noor.secret, new Date()),
    next: '',
  })

  expect(guesses.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422])
  expect(right.status).toBe(422)
  expect(await right.text()).toContain('Please start again')
  await app.db.updateTable('secondFactor').set({ failedCount: 0, lockedUntil: null }).execute()
})

test('where the office asks for it, somebody without one reaches the page that sets it up, and no other of the office', async () => {
  const editor = await aPerson(app, { role: 'editor' })
  const headers = await signedIn(app, editor)
  const allowed = await post('/office/people/settings', noor.headers, { requireSecondFactor: 'yes' })

  const office = await site.request('/office/topics', { headers })
  const change = await post('/office/topics/2016A', headers)
  const setUp = await site.request('/me/second-factor', { headers })

  expect(allowed.headers.get('Location')).toBe('/office/people/settings')
  expect([office.status, office.headers.get('Location')]).toEqual([303, '/me/second-factor'])
  expect([change.status, change.headers.get('Location')]).toEqual([303, '/me/second-factor'])
  expect(await setUp.text()).toContain('Your team asks for a second factor')
})

test('a director without a second factor cannot ask others for one', async () => {
  await app.db.deleteFrom('setting').execute()
  const director = await aPerson(app, { role: 'director' })

  const asked = await post('/office/people/settings', await signedIn(app, director), {
    requireSecondFactor: 'yes',
  })

  expect(asked.headers.get('Location')).toBe('/me/second-factor')
  expect(await app.db.selectFrom('setting').selectAll().execute()).toEqual([])
})

test('another director takes away a second factor that was lost; the person signs in by link alone', async () => {
  const other = await signedIn(app, await aPerson(app, { role: 'director' }))
  const own = await post(`/office/people/${noor.id}/remove-second-factor`, noor.headers)

  const removed = await post(`/office/people/${noor.id}/remove-second-factor`, other)

  expect([own.status, removed.status]).toEqual([403, 303])
  expect(await nameOf(noor.headers)).toBe(false)
  expect((await waiting()).headers.get('Location')).toBe('/sign-in')
})
