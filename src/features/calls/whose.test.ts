import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { aBrowser, hiddenIn, lagos } from './browser.builder.ts'
import { formPages } from './draft.ts'
import { agreed, anOpenCall, base } from './form.builder.ts'

const { app, site, round, applications, emailsTo, linkTo, apply } = await anOpenCall()

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
