import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { aBrowser, hiddenIn, lagos } from './browser.builder.ts'
import { formPages } from './draft.ts'
import { agreed, anOpenCall, base } from './form.builder.ts'

const { app, site, round, applications, emailsTo, linkTo, apply } = await anOpenCall()

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
  expect(copy?.text).toContain('because somebody typed this address')
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
  expect(await applications('vera@library.example')).toEqual([])
})

test('nobody confirms an application for an account that is closed, until it is open again', async () => {
  const person = await aPerson(app, { name: 'Gia Grace', email: 'gia@library.example' })
  const close = (disabledAt: Date | null) =>
    app.db.updateTable('person').set({ disabledAt }).where('id', '=', person.id).execute()
  await close(app.now())
  const { browser } = await apply('gia@library.example')
  const link = await linkTo('gia@library.example', 'confirm')

  const refused = await browser.send(link, {})
  await close(null)
  const confirmed = await browser.send(link, {})

  expect([refused.status, confirmed.status]).toEqual([409, 303])
  expect(await refused.text()).toContain('press “Keep my account” in the email about that first')
  expect(await applications('gia@library.example')).toMatchObject([{ personId: person.id }])
})

test('“It was not me” leaves nothing of the application, by the link alone', async () => {
  const { browser } = await apply('una@library.example')
  const link = await linkTo('una@library.example', 'confirm')

  const denied = await aBrowser(site, app.origin).send(`${link}/deny`, {})

  expect(denied.headers.get('Location')).toBe('/rounds/2016A')
  expect(await applications('una@library.example')).toEqual([])
  expect(
    await app.db
      .selectFrom('draftPage')
      .selectAll()
      .where('typed', '@>', '{"email":"una@library.example"}')
      .execute(),
  ).toEqual([])
  expect(await browser.ask(`${base}/sent`)).toMatchObject({ status: 200 })
})

test('who sent it by a slip reads that it was removed, and applies anew in the same browser', async () => {
  const { browser } = await apply('adda@library.example')
  await aBrowser(site, app.origin).send(`${await linkTo('adda@library.example', 'confirm')}/deny`, {})

  const back = await browser.ask(base)
  const told = await browser.read(`${base}/sent`)
  const elsewhere = await aBrowser(site, app.origin).ask(`${base}/sent`)
  const blank = await browser.read(`${base}/you`)
  await browser.fill('2016A', 'you', { ...lagos.you, email: 'ada2@library.example' })
  const begun = await browser.ask(`${base}/sent`)
  for (const page of formPages) if (page !== 'you') await browser.fill('2016A', page, lagos[page])
  const sent = await browser.send(`${base}/send`, agreed)

  expect(back.headers.get('Location')).toBe(`${base}/sent`)
  expect(told).toContain('Your application was removed')
  expect(told).toContain('Whoever reads the emails of the address that you typed')
  expect(told).toContain(`href="${base}/you"`)
  expect(told).not.toContain('adda@library.example')
  expect(elsewhere.headers.get('Location')).toContain('/sign-in')
  expect(blank).not.toContain('adda@library.example')
  expect(begun.headers.get('Location')).toBe(base)
  expect(sent.status).toBe(303)
  expect(await applications('ada2@library.example')).toHaveLength(1)
})

test('after the deadline it is no promise that what was typed is kept', async () => {
  const { browser } = await apply('adan@library.example')
  await aBrowser(site, app.origin).send(`${await linkTo('adan@library.example', 'confirm')}/deny`, {})
  app.at('2017-01-20T12:00:00Z')

  const told = await browser.read(`${base}/sent`)
  const form = await (await browser.ask(`${base}/you`)).text()
  app.at('2016-01-20T12:30:00Z')

  expect(told).toContain('If a letter of your address was wrong, write to us.')
  expect(told).not.toContain('Apply anew')
  expect(form).not.toContain('What you typed is kept')
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

test('nobody is kept from applying by emails that strangers have sent to their address', async () => {
  const person = await aPerson(app, { name: 'Kim Flood', email: 'flood@library.example' })
  for (let i = 0; i < 6; i++)
    await aBrowser(site, app.origin).send(`${base}/later/email`, { email: 'flood@library.example' })
  const browser = aBrowser(site, app.origin, await signedIn(app, person))

  const { sent } = await apply('flood@library.example', browser)

  expect(sent.headers.get('Location')).toBe(`${base}/sent`)
  expect((await emailsTo('flood@library.example')).at(-1)?.text).toContain(
    'while signed in with this address',
  )
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

test('whoever goes on later reads by what they come back to their draft', async () => {
  const person = await aPerson(app, { name: 'Mo Lin', email: 'mo@library.example' })
  const begun = async (device: object, cookies?: Record<string, string>) => {
    const browser = aBrowser(site, app.origin, cookies)
    await browser.fill('2016A', 'you', { ...lagos.you, ...device, email: 'mo@library.example' })
    return browser.read(`${base}/later`)
  }

  const without = await aBrowser(site, app.origin).ask(`${base}/later`)
  const pages = [
    await begun({}),
    await begun({ device: ['yes'] }),
    await begun({}, await signedIn(app, person)),
  ]

  expect(without.headers.get('Location')).toBe(base)
  for (const [at, said] of [
    'in this browser until you close it',
    'in this browser at any time',
    'whenever you are signed in',
  ].entries())
    expect(pages.map((page) => page.includes(said))).toEqual([0, 1, 2].map((one) => one === at))
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

test('whoever withdraws after the deadline reads that they cannot come back by themselves', async () => {
  const { browser } = await apply('ola@library.example')
  const before = await browser.read(`${base}/withdraw`)
  const now = app.now().toISOString()
  app.at('2016-02-16T12:30:00Z')
  const after = await browser.read(`${base}/withdraw`)
  app.at(now)

  expect([before, after].map((page) => page.includes('you can send it again'))).toEqual([true, false])
  expect(after).toContain('you cannot send it again by yourself')
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
  expect(gone).toContain('you can send it again; its place in the order then counts from that moment')
  expect(await applications('wil@library.example')).toMatchObject([
    { withdrawnAt: null, submittedAt: app.now() },
  ])
})

test('whoever confirms reads whose account it leads to, and keeps or changes who is signed in as it says', async () => {
  const member = await aPerson(app, { name: 'Mia Holm', email: 'mia@library.example' })
  await aPerson(app, { name: 'Noor Aziz', email: 'noor@library.example' })
  const linkFor = async (email: string) => {
    await apply(email)
    return linkTo(email, 'confirm')
  }
  const [fresh, fresher, noors, mias] = [
    await linkFor('new1@library.example'),
    await linkFor('new2@library.example'),
    await linkFor('noor@library.example'),
    await linkFor('mia@library.example'),
  ]
  const asMia = async () => aBrowser(site, app.origin, await signedIn(app, member))
  const [visitor, mia] = [aBrowser(site, app.origin), await asMia()]

  const pages = [await visitor.read(fresh), await visitor.read(noors), await mia.read(mias)]
  const [toFresher, toNoors] = [await mia.read(fresher), await mia.read(noors)]
  const noorsDone = await mia.send(noors, {})
  const stays = await mia.read('/rounds/2016A')
  const switching = await asMia()
  const fresherDone = await switching.send(fresher, {})

  expect(pages[0]).toContain('It opens an account under new1@library.example, and you are signed in.')
  expect(pages[1]).toContain(
    'It joins the account under noor@library.example: to see it, sign in with that address.',
  )
  for (const page of pages) expect(page).not.toContain('You are signed in as')
  expect(pages[2]).not.toContain('account under')
  expect(toFresher).toContain('You are signed in as mia@library.example. If you say yes')
  expect(toNoors).toContain('You are signed in as mia@library.example, and stay so.')
  expect(noorsDone.headers.get('Location')).toBe('/rounds/2016A')
  expect(stays).toContain('belongs to the account under noor@library.example')
  expect(fresherDone.headers.get('Location')).toBe(`${base}/sent`)
  expect(await switching.read('/me/settings')).toContain('new2@library.example')
})
