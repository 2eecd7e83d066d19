import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { publishPage, suppliedText } from '../pages/index.ts'
import { terminal } from '../people/index.ts'
import { aBrowser, hiddenIn, lagos } from './browser.builder.ts'
import { formPages } from './draft.ts'

const app = await testApp('2016-01-20T12:00:00Z')
const site = createSite(app, await buildAssets())
const round = await aRound(app)
const agreed = { acceptsCode: ['2026-11-27'] }
const base = '/rounds/2016A/apply'

const applications = (email: string) =>
  app.db.selectFrom('application').selectAll().where('email', '=', email).orderBy('submittedAt').execute()

const emailsTo = async (address: string) =>
  app.db
    .selectFrom('outbox')
    .select(['kind', 'subject', 'text'])
    .where('toAddress', '=', address)
    .orderBy('createdAt')
    .execute()

/** The path of the one button of the newest email to an address. */
const linkTo = async (address: string, kind: string) => {
  const text = (await emailsTo(address)).at(-1)?.text ?? ''
  return new RegExp(`/apply/${kind}/\\S+`).exec(text)?.[0] ?? ''
}

async function apply(email: string, browser = aBrowser(site, app.origin)) {
  for (const page of formPages)
    await browser.fill('2016A', page, page === 'you' ? { ...lagos.you, email } : lagos[page])
  return { browser, sent: await browser.send(`${base}/send`, agreed) }
}

test('a first-timer applies page by page, corrects what is wrong, and nothing typed is lost', async () => {
  const browser = aBrowser(site, app.origin)
  const start = await browser.ask(base)
  const wrong = await browser.fill('2016A', 'you', { name: 'Ngozi Eze', email: 'ngozi@', country: '' })
  const wrongPage = await wrong.text()
  const right = await browser.fill('2016A', 'you', lagos.you)
  for (const page of ['work', 'talking', 'partner'] as const) await browser.fill('2016A', page, lagos[page])
  const check = await browser.read(`${base}/check`)
  const unagreed = await browser.send(`${base}/send`, {})
  const sent = await browser.send(`${base}/send`, agreed)
  const page = await browser.read(`${base}/sent`)

  expect(start.headers.get('Location')).toBe(`${base}/you`)
  expect(wrong.status).toBe(422)
  expect(wrongPage).toContain('value="Ngozi Eze"')
  expect(wrongPage).toContain('value="ngozi@"')
  expect(wrongPage).toContain('This does not look like an email address.')
  expect(right.headers.get('Location')).toBe(`${base}/work`)
  expect(check).toContain('I run the story hour.')
  expect(check).toContain('English and Yoruba (in writing)')
  expect(unagreed.status).toBe(422)
  expect(sent.headers.get('Location')).toBe(`${base}/sent`)
  expect(page).toContain('ngozi@library.example')
  expect(page).toContain('Now confirm your address')
  expect(await applications('ngozi@library.example')).toMatchObject([
    {
      ...{ givenName: 'Ngozi', familyName: 'Eze', country: 'NG', zone: 'Africa/Lagos', sector: 'public' },
      ...{ languages: ['en', 'yo'], languagesToWrite: ['yo'], usualTimes: ['mornings', 'weekends'] },
      ...{ awakeFrom: 420, awakeUntil: 720, dearWishes: ['stage'], wishStage: 'later', takesTwo: true },
      ...{ codeVersion: '2026-11-27', acceptsCode: true, sharesEmail: true, personId: null },
      ...{ submittedAt: app.now(), unconfirmedSince: app.now() },
    },
  ])
})

test('answers are read back apart from each other, and a language that was chosen twice once', async () => {
  const browser = aBrowser(site, app.origin)
  await browser.fill('2016A', 'you', lagos.you)

  await browser.fill('2016A', 'talking', { ...lagos.talking, language3: 'en', comfort3: 'write' })
  const check = await browser.read(`${base}/check`)

  expect(check).toContain('>English (in writing and talking) and Yoruba (in writing only)<')
  expect(check).toContain('>Mornings; Weekends<')
})

test('the address is confirmed by one button, which opens the account', async () => {
  await apply('ada@library.example')
  const [copy] = await emailsTo('ada@library.example')
  const link = await linkTo('ada@library.example', 'confirm')
  const phone = aBrowser(site, app.origin)

  const seen = await phone.read(link)
  const before = await applications('ada@library.example')
  const confirmed = await phone.send(link, {})
  const page = await phone.read(`${base}/sent`)
  const again = await phone.send(link, {})

  expect(copy).toMatchObject({
    kind: 'application-copy',
    subject: 'Please confirm: your application to Round 2016A',
  })
  expect(copy?.text).toContain('What interests you most: Reading and literature; Children and young people')
  expect(seen).toContain('Yes, I applied')
  expect(before).toMatchObject([{ personId: null }])
  expect(confirmed.headers.get('Location')).toBe(`${base}/sent`)
  expect(page).toContain('Your application is with us')
  expect(again.status).toBe(404)
  expect(await applications('ada@library.example')).toMatchObject([
    { personId: expect.any(String), unconfirmedSince: null },
  ])
})

test('an application in another’s name is removed by that other, and was seen by nobody', async () => {
  const victim = await aPerson(app, { name: 'Vera Lund', email: 'vera@library.example' })
  const { browser, sent } = await apply('vera@library.example')
  const stranger = await browser.read(`${base}/sent`)
  const own = aBrowser(site, app.origin, await signedIn(app, victim))
  const me = await own.read('/me')
  const page = await own.read(`${base}/sent`)

  const denied = await own.send(`${base}/claim`, { ...hiddenIn(page), isMine: 'no' })

  expect(sent.status).toBe(303)
  expect(stranger).not.toContain('Vera')
  expect(me).toContain('We received an application to Round 2016A with your address')
  expect(page).toContain('Is this application yours?')
  expect(denied.headers.get('Location')).toBe('/rounds/2016A')
  expect(await applications('vera@library.example')).toMatchObject([
    { personId: null, withdrawnAt: app.now() },
  ])
})

test('what somebody sent with one’s address is neither filled into one’s own form nor changed by it', async () => {
  const person = await aPerson(app, { name: 'Lea Roy', email: 'lea@library.example' })
  const { browser: shared } = await apply('lea@library.example')
  for (const [name, value] of aBrowser(site, app.origin, await signedIn(app, person)).cookies)
    shared.cookies.set(name, value)
  app.at('2016-01-20T12:30:00Z')
  const page = await shared.read(`${base}/partner`)
  const typed = { ...lagos.partner, about: 'I am Lea.' }
  for (const page of formPages)
    await shared.fill(
      '2016A',
      page,
      page === 'partner' ? typed : page === 'you' ? { name: 'Lea Roy', country: 'FR' } : lagos[page],
    )

  await shared.send(`${base}/send`, agreed)

  expect(page).not.toContain('I run the story hour.')
  expect(await applications('lea@library.example')).toMatchObject([
    { about: 'I run the story hour.', personId: null },
    { about: 'I am Lea.', personId: person.id },
  ])
})

test('nobody learns from the form who has applied', async () => {
  await apply('known@library.example')
  const about = async (email: string) => {
    const { browser, sent } = await apply(email)
    const page = await browser.read(`${base}/sent`)
    return [
      sent.status,
      sent.headers.get('Location'),
      page.replaceAll(email, '').replaceAll(/[\w-]{12}/g, ''),
    ]
  }

  expect(await about('known@library.example')).toEqual(await about('other@library.example'))
})

test('sent twice, it is one application, and it keeps its place when its answers are changed', async () => {
  const { browser } = await apply('sol@library.example')
  const first = app.now()
  app.at('2016-01-21T12:00:00Z')
  await browser.fill('2016A', 'work', { ...lagos.work, workplace: 'Ikeja Library' })
  const unsent = await browser.read(`${base}/sent`)
  await Promise.all([browser.send(`${base}/send`, agreed), browser.send(`${base}/send`, agreed)])

  expect(unsent).toContain('You have changed answers since, and not sent them.')
  expect(await applications('sol@library.example')).toMatchObject([
    { workplace: 'Ikeja Library', submittedAt: first },
  ])
})

test('pressed twice at once, it is sent once, and the one email holds the link that works', async () => {
  const { browser } = await apply('twice@library.example')

  await Promise.all([browser.send(`${base}/send`, agreed), browser.send(`${base}/send`, agreed)])

  expect(await emailsTo('twice@library.example')).toHaveLength(1)
  const link = await linkTo('twice@library.example', 'confirm')
  expect((await aBrowser(site, app.origin).send(link, {})).status).toBe(303)
})

test('who sends an application that was emptied in another window goes back to what is missing', async () => {
  const { browser } = await apply('gap@library.example')
  await browser.fill('2016A', 'work', { ...lagos.work, workplace: '' })

  const answer = await browser.send(`${base}/send`, agreed)

  expect(answer.headers.get('Location')).toBe(`${base}/check`)
})

test('nobody is kept from applying by emails that strangers have sent to their address', async () => {
  const person = await aPerson(app, { name: 'Kim Flood', email: 'flood@library.example' })
  for (let i = 0; i < 6; i++)
    await aBrowser(site, app.origin).send(`${base}/later/email`, { email: 'flood@library.example' })
  const browser = aBrowser(site, app.origin, await signedIn(app, person))

  const { sent } = await apply('flood@library.example', browser)

  expect(sent.headers.get('Location')).toBe(`${base}/sent`)
})

test('times are said by the clock of the one who applies, also in the email', async () => {
  const { browser } = await apply('clock@library.example')

  const [copy] = await emailsTo('clock@library.example')
  for (const path of ['sent', 'check', 'later', 'withdraw'])
    expect(await browser.read(`${base}/${path}`)).toContain('16 February 2016 at 13:00 GMT+1')
  expect(copy?.text).toContain('16 February 2016 at 13:00 GMT+1')
})

test('whoever opens an emailed draft while signed in reads whose it will be', async () => {
  const person = await aPerson(app, { name: 'Olu Own', email: 'olu@library.example' })
  const browser = aBrowser(site, app.origin)
  await browser.send(`${base}/later/email`, { email: 'eun2@library.example' })
  const link = await linkTo('eun2@library.example', 'resume')

  expect(await aBrowser(site, app.origin).read(link)).not.toContain('become part of your account')
  expect(await aBrowser(site, app.origin, await signedIn(app, person)).read(link)).toContain(
    'the answers become part of your account and are sent with olu@library.example',
  )
})

test('a page that was saved on another device meanwhile shows both, and overwrites neither', async () => {
  const { browser } = await apply('mia@library.example')
  const stale = hiddenIn(await browser.read(`${base}/work`))
  await browser.fill('2016A', 'work', { ...lagos.work, workplace: 'Typed on the phone' })
  const typed = { ...lagos.work, workplace: 'Typed at work' }

  const clash = await browser.send(`${base}/work/save`, { ...stale, ...typed })
  const page = await clash.text()
  const byScript = await browser.send(
    `${base}/work/save`,
    { ...stale, ...typed },
    { Accept: 'application/json' },
  )
  const settled = await browser.send(`${base}/work/save`, { ...hiddenIn(page), ...typed })

  expect(clash.status).toBe(409)
  expect(page).toContain('Typed on the phone')
  expect(page).toContain('value="Typed at work"')
  expect([byScript.status, await byScript.json()]).toEqual([409, { rev: 2, conflict: true }])
  expect(settled.status).toBe(303)
  expect(await browser.read(`${base}/check`)).toContain('Typed at work')
})

test('a draft goes on elsewhere by an emailed link, and no longer there once it is someone’s', async () => {
  const office = aBrowser(site, app.origin)
  await office.fill('2016A', 'you', { ...lagos.you, email: 'eun@library.example' })
  await office.send(`${base}/later/email`, { email: 'eun@library.example' })
  const link = await linkTo('eun@library.example', 'resume')
  const phone = aBrowser(site, app.origin)

  const opened = await phone.send(`${link}/open`, {})
  const next = await phone.ask(opened.headers.get('Location') ?? '')

  expect((await emailsTo('eun@library.example')).map(({ kind }) => kind)).toEqual(['draft-link'])
  expect(next.headers.get('Location')).toBe(`${base}/work`)
  expect(await phone.read(`${base}/you`)).toContain('value="eun@library.example"')
})

test('someone signed in finds their last answers, and applies from one page under their own address', async () => {
  const person = await aPerson(app, { name: 'Ola Ade', email: 'ola@library.example' })
  const browser = aBrowser(site, app.origin, await signedIn(app, person))
  await apply('someone.else@library.example', browser)
  app.at('2016-01-21T13:00:00Z')
  const next = await aRound(app, { code: '2016B' })
  const start = await browser.ask('/rounds/2016B/apply')
  const check = await browser.read('/rounds/2016B/apply/check')

  const sent = await browser.send('/rounds/2016B/apply/send', agreed)

  expect(await applications('someone.else@library.example')).toEqual([])
  expect(start.headers.get('Location')).toBe('/rounds/2016B/apply/check')
  expect(check).toContain('What has changed since?')
  expect(sent.headers.get('Location')).toBe('/rounds/2016B/apply/sent')
  expect(await applications('ola@library.example')).toMatchObject([
    { roundId: round.id, personId: person.id, unconfirmedSince: null },
    { roundId: next.id, personId: person.id, workplace: 'Lagos City Library' },
  ])
})

test('one can withdraw, and come back at the end of the order', async () => {
  const person = await aPerson(app, { name: 'Wil Han', email: 'wil@library.example' })
  const browser = aBrowser(site, app.origin, await signedIn(app, person))
  await apply('wil@library.example', browser)
  const asked = await browser.read(`${base}/withdraw`)
  await browser.send(`${base}/withdraw`, {})
  const gone = await browser.read(`${base}/sent`)
  app.at('2016-01-22T12:00:00Z')
  await browser.send(`${base}/send`, agreed)

  expect(asked).toContain('we look for no partner for you')
  expect(gone).toContain('Apply again')
  expect(await applications('wil@library.example')).toMatchObject([
    { withdrawnAt: null, submittedAt: app.now() },
  ])
})

test('a page of more than can be kept comes back whole', async () => {
  const browser = aBrowser(site, app.origin)
  const about = 'x'.repeat(100_000)

  const answer = await browser.fill('2016A', 'partner', { ...lagos.partner, about })

  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(about)
})

test('after the deadline nothing is sent, and what was typed is kept', async () => {
  const browser = aBrowser(site, app.origin)
  for (const page of formPages)
    await browser.fill(
      '2016A',
      page,
      page === 'you' ? { ...lagos.you, email: 'late@library.example' } : lagos[page],
    )
  app.at('2016-02-16T12:00:00Z')

  const late = await browser.send(`${base}/send`, agreed)
  const page = await late.text()
  const saved = await (await browser.fill('2016A', 'work', { ...lagos.work, workplace: '' })).text()
  app.at('2016-05-15T03:50:00Z')
  await app.runJobs()
  const kept = await app.db.selectFrom('applicationDraft').where('sentAt', 'is', null).selectAll().execute()
  app.at('2016-05-18T03:50:00Z')
  await app.runJobs()
  const forgotten = await app.db
    .selectFrom('applicationDraft')
    .where('sentAt', 'is', null)
    .selectAll()
    .execute()

  expect(late.status).toBe(409)
  expect(page).toContain('Applications are closed')
  expect(saved).toContain('Applications are closed')
  expect(page).toContain('What you typed is kept for 90 days.')
  expect(await applications('late@library.example')).toEqual([])
  expect(kept.length).toBeGreaterThan(0)
  expect(forgotten).toEqual([])
})

test('who has another code of conduct before them is asked again, and the version they read is kept', async () => {
  app.at('2016-01-21T12:00:00Z')
  const { browser, sent: first } = await apply('before@library.example')
  const waiting = aBrowser(site, app.origin)
  for (const page of formPages)
    await waiting.fill(
      '2016A',
      page,
      page === 'you' ? { ...lagos.you, email: 'after@library.example' } : lagos[page],
    )
  const read = await waiting.read(`${base}/check`)
  const edit = { ...suppliedText('code-of-conduct', 'en'), body: 'Be kind.', base: 0, isNewVersion: true }
  await publishPage(app, terminal, { ...edit, page: 'code-of-conduct' })
  const late = await waiting.send(`${base}/send`, agreed)
  const again = await late.text()
  const none = await applications('after@library.example')
  const sent = await waiting.send(`${base}/send`, { acceptsCode: ['2016-01-21'] })

  expect(read).toContain('I accept the code of conduct of 27 November 2026')
  expect([first.status, late.status, sent.status]).toEqual([303, 422, 303])
  expect(again).toContain('The code of conduct has changed while you were here.')
  expect(again).toContain('Be kind.')
  expect(again).not.toContain('checked')
  expect(none).toEqual([])
  const versions = await Promise.all(
    ['before', 'after'].map((name) => applications(`${name}@library.example`)),
  )
  expect(versions.flat().map(({ codeVersion }) => codeVersion)).toEqual(['2026-11-27', '2016-01-21'])
  expect(await browser.read('/code-of-conduct')).toContain('href="/code-of-conduct/2026-11-27"')
})
