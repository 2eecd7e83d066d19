import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { drainOutbox } from '../../platform/mail/index.ts'
import { Conflict, Forbidden } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aBrowser } from '../calls/browser.builder.ts'
import { askToBeTold } from './actions/asking.ts'
import { exportSubscribers, tellOfCall } from './actions/telling.ts'
import { askedLimit } from './limits.ts'

const app = await testApp('2016-01-02T12:00:00Z')
const site = createSite(app, await buildAssets())
/** One can apply from 11 January to 16 February 2016. */
const round = await aRound(app)
const coordinator = await aPerson(app, { role: 'coordinator' })
const director = await aPerson(app, { role: 'director', email: 'kate@library.example' })
const browser = (headers = {}) => aBrowser(site, app.origin, headers)
const day = (text: string) => app.at(`${text}T12:00:00Z`)

const listed = (email: string) =>
  app.db.selectFrom('subscriber').selectAll().where('email', '=', email).executeTakeFirst()
const emailsTo = (address: string) =>
  app.db.selectFrom('outbox').selectAll().where('toAddress', '=', address).orderBy('createdAt').execute()
const linkTo = async (address: string) =>
  /\/next-call\/confirm\/\S+/.exec((await emailsTo(address)).at(-1)?.text ?? '')?.[0] ?? ''

/** Leaves an address and says yes by the link. */
async function join(email: string, headers: Record<string, string> = {}) {
  await browser().send('/next-call/ask', { email }, headers)
  return browser().send(await linkTo(email), {})
}

test('while nobody can apply, public pages have one field; once one can, they have none', async () => {
  const pages = ['/', '/rounds', '/rounds/2016A', '/next-call']
  const has = async () =>
    Promise.all(pages.map(async (path) => (await browser().read(path)).includes('action="/next-call/ask"')))

  const before = await has()
  day('2016-01-12')
  const open = await has()
  const told = await browser().read('/next-call')
  day('2016-01-02')

  expect([before, open]).toEqual([
    [true, true, true, true],
    [false, false, false, false],
  ])
  expect(told).toContain('Read about Round 2016A and apply')
})

test('an address is on the list once its reader has pressed the button, and not before', async () => {
  const asked = await browser().send('/next-call/ask', { email: 'ada@library.example' })
  const link = await linkTo('ada@library.example')

  const page = await browser().read(link)
  const scanned = await listed('ada@library.example')
  const done = await (await browser().send(link, {})).text()
  const twice = await browser().send(link, {})

  expect(asked.headers.get('Location')).toBe('/next-call/asked')
  expect(page).toContain('write to ada@library.example once')
  expect(scanned).toMatchObject({ confirmedAt: null, consentVersion: null })
  expect(done).toContain('We will tell you of the next call')
  expect(twice.status).toBe(200)
  expect(await listed('ada@library.example')).toMatchObject({
    ...{ locale: 'en', confirmedAt: app.now(), consentVersion: '2016-01-01', leftAt: null },
  })
  expect((await browser().ask('/next-call/confirm/guessed')).status).toBe(404)
})

test('the answer is the same for an address that is known, and nobody is asked twice in an hour', async () => {
  const asked = async (email: string) => {
    const answer = await browser().send('/next-call/ask', { email })
    return [answer.status, answer.headers.get('Location')]
  }
  await join('known@library.example')

  const answers = await Promise.all(
    ['Known@Library.example', 'known@library.example', 'new@library.example', 'new@library.example'].map(
      asked,
    ),
  )

  expect(new Set(answers.map((one) => one.join()))).toEqual(new Set(['303,/next-call/asked']))
  expect(await emailsTo('known@library.example')).toHaveLength(1)
  expect(await emailsTo('new@library.example')).toHaveLength(1)
})

test.each(['', 'ada@', 'ada@library', 'a@b.example, c@d.example', '\u200b'])(
  'what is no address comes back with a sentence beside the field: %j',
  async (email) => {
    const answer = await browser().send('/next-call/ask', { email })

    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('aria-invalid="true"')
  },
)

test('who is signed in joins by one press with their own address, sees it, and asks in vain for another', async () => {
  const reader = await aPerson(app, { email: 'sol@library.example', locale: 'es' })
  const own = browser(await signedIn(app, reader))

  await own.send('/next-call/ask', { email: 'sol@library.example' })
  const page = await own.read('/next-call')
  const other = await own.send('/next-call/ask', { email: 'victim@library.example' })

  expect(await listed('sol@library.example')).toMatchObject({ confirmedAt: app.now(), locale: 'es' })
  expect(await emailsTo('sol@library.example')).toEqual([])
  expect(page).toContain('/unsubscribe/')
  expect(other.headers.get('Location')).toBe('/next-call/asked')
  expect(await listed('victim@library.example')).toMatchObject({ confirmedAt: null })
})

test('one network cannot leave more addresses than a workshop would', async () => {
  const wish = (number: number) => ({
    ...{ email: `n${number}@flood.example`, locale: 'en', network: '203.0.113.9', own: null },
  })
  for (let number = 0; number < askedLimit.count; number++) await askToBeTold(app, wish(number))

  await expect(askToBeTold(app, wish(-1))).rejects.toMatchObject({ code: 'too-many' })
  await app.db.deleteFrom('subscriber').where('email', 'like', '%@flood.example').execute()
})

test('a call is told once, in each reader’s language, and to nobody who has applied or has left', async () => {
  for (const [email, language] of [
    ['en@told.example', 'en'],
    ['ar@told.example', 'ar'],
    ['applied@told.example', 'en'],
    ['left@told.example', 'en'],
    ['late@told.example', 'en'],
  ] as const)
    await join(email, { 'Accept-Language': language })
  await app.db.deleteFrom('subscriber').where('email', 'not like', '%@told.example').execute()
  await anApplication(app, round, { email: 'Applied@Told.example' })
  const early = tellOfCall(app, coordinator, '2016A')
  await expect(early).rejects.toEqual(new Conflict('call-not-open', { code: round.code }))
  day('2016-01-12')
  const office = browser(await signedIn(app, coordinator))
  const desk = await office.read('/office')
  const preview = await office.read('/office/rounds/2016A/tell')

  const both = await Promise.allSettled([
    office.send('/office/rounds/2016A/tell', {}),
    tellOfCall(app, coordinator, '2016A'),
  ])
  const [email] = await emailsTo('left@told.example').then((all) =>
    all.filter(({ kind }) => kind === 'call-open'),
  )
  const stop = /\/unsubscribe\/\S+/.exec(email?.text ?? '')?.[0] ?? ''
  const stopPage = await browser().read(stop)
  // As a mail program does it (RFC 8058): from elsewhere, without cookies.
  const left = await site.request(stop, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  await drainOutbox(app)

  expect(desk).toContain('4 people asked to be told that applications are open.')
  expect(preview).toContain('One more has applied already')
  expect(preview).toContain('dir="rtl"')
  expect(both.map(({ status }) => status).sort()).toContain('fulfilled')
  expect(stopPage).toContain('Do not tell me of the next call')
  expect(left.status).toBe(200)
  const sent = await app.db
    .selectFrom('outbox')
    .where('kind', '=', 'call-open')
    .select(['toAddress', 'locale', 'state', 'list'])
    .orderBy('toAddress')
    .execute()
  expect(sent).toEqual([
    { toAddress: 'ar@told.example', locale: 'ar', state: 'sent', list: 'calls' },
    { toAddress: 'en@told.example', locale: 'en', state: 'sent', list: 'calls' },
    { toAddress: 'late@told.example', locale: 'en', state: 'sent', list: 'calls' },
    { toAddress: 'left@told.example', locale: 'en', state: 'suppressed', list: 'calls' },
  ])
  await expect(tellOfCall(app, coordinator, '2016A')).rejects.toEqual(new Conflict('nobody-to-tell'))
})

test('addresses are forgotten: unconfirmed after a week, left after a day, told when the call is over', async () => {
  day('2016-01-13')
  await browser().send('/next-call/ask', { email: 'unconfirmed@kept.example' })
  await join('waits@kept.example')
  const kept = async () =>
    (await app.db.selectFrom('subscriber').select('email').orderBy('email').execute()).map(
      ({ email }) => email,
    )

  const all = await kept()
  day('2016-01-15')
  await app.runJobs()
  const soon = await kept()
  day('2016-02-20')
  await app.runJobs()

  expect(all).toContain('left@told.example')
  expect(soon).toContain('unconfirmed@kept.example')
  expect(soon).not.toContain('left@told.example')
  expect(await kept()).toEqual(['waits@kept.example'])
})

test('who is on the waiting list of a round finds on their page how to be told of the next', async () => {
  const { person } = await anApplication(app, round, { acceptedAt: null, waitlistedAt: app.now() })
  const own = browser(await signedIn(app, person))

  expect(await own.read('/me')).toContain('Tell me of the next call')
  expect(await browser(await signedIn(app, director)).read('/me')).not.toContain('Tell me of the next call')
})

test('coordinators see how many wait, and directors alone take the addresses with them', async () => {
  const page = await browser(await signedIn(app, coordinator)).read('/office/next-call')
  const table = await browser(await signedIn(app, director)).send('/office/next-call/export', {})

  expect(page).toContain('One person: English 1')
  expect(page).toContain('January 2016')
  expect(page).not.toContain('Download')
  expect(await table.text()).toContain('"waits@kept.example","en","2016-01-13T12:00:00.000Z"')
  await expect(exportSubscribers(app, coordinator)).rejects.toEqual(new Forbidden('not-allowed'))
  await expect(tellOfCall(app, await aPerson(app, { role: 'editor' }), '2016A')).rejects.toBeInstanceOf(
    Forbidden,
  )
})
