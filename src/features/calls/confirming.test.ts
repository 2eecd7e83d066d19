import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { aBrowser, hiddenIn, lagos } from './browser.builder.ts'
import { formPages } from './draft.ts'
import { agreed, anOpenCall, base } from './form.builder.ts'

const { app, site, applications, emailsTo, linkTo, apply } = await anOpenCall()

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
  expect(told).toContain('The person who reads email at the address you typed')
  expect(told).toContain(`href="${base}/you"`)
  expect(told).not.toContain('adda@library.example')
  expect(elsewhere.headers.get('Location')).toContain('/sign-in')
  expect(blank).not.toContain('adda@library.example')
  expect(begun.headers.get('Location')).toBe(base)
  expect(sent.status).toBe(303)
  expect(await applications('ada2@library.example')).toHaveLength(1)
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

  expect(pages[0]).toContain('This opens an account for new1@library.example and signs you in.')
  expect(pages[1]).toContain(
    'Your application joins the account of noor@library.example. To see it, sign in with that address.',
  )
  for (const page of pages) expect(page).not.toContain('You are signed in as')
  expect(pages[2]).not.toMatch(/account (of|for) \S+@/)
  expect(toFresher).toContain('You are signed in as mia@library.example. If you say yes')
  expect(toNoors).toContain('You are signed in as mia@library.example, and stay so.')
  expect(noorsDone.headers.get('Location')).toBe('/rounds/2016A')
  expect(stays).toContain('belongs to the account under noor@library.example')
  expect(fresherDone.headers.get('Location')).toBe(`${base}/sent`)
  expect(await switching.read('/me/settings')).toContain('new2@library.example')
})
