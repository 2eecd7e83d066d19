import { beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { queuedMail, testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { drainOutbox, holdMail, receive, returnAddress, stopCampaign } from '../../platform/mail/index.ts'
import { Conflict, Forbidden } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aBrowser } from '../calls/browser.builder.ts'
import { partPairing } from '../pairings/actions/part.ts'
import { releaseRematch } from '../pairings/actions/release-rematch.ts'
import { aRunningRound, rematch } from '../pairings/actions/rematch.builder.ts'
import { answerCheckIn } from './actions/answering.ts'
import { askCheckIns } from './actions/asking.ts'
import { takeReplies } from './actions/replies.ts'
import { planCheckIns } from './actions/watching.ts'
import { answersByDay } from './queries/by-day.ts'
import { standingsOf } from './queries/standings.ts'

const app = await testApp('2016-02-20T12:00:00Z', { BOUNCE_ADDRESS: 'mail@network.example' })
const site = createSite(app, await buildAssets())
let running: Awaited<ReturnType<typeof aRunningRound>>
const code = () => running.round.code

beforeEach(async () => {
  await app.db.deleteFrom('checkIn').execute()
  await app.db.deleteFrom('inboundMail').execute()
  await app.db
    .updateTable('round')
    .set({
      endsOn: '2016-02-01',
      startsOn: '2016-01-20',
      applyUntil: new Date('2016-01-19'),
      applyFrom: new Date('2016-01-11'),
    })
    .execute()
  running = await aRunningRound(app)
  await drainOutbox(app)
})

const checkIns = async () =>
  (await queuedMail(app)).filter(({ subject }) => /Have you heard|noticias|وصلكم/.test(subject))
const askedAt = async (instant: string) => {
  app.at(instant)
  return askCheckIns(app)
}
const ofPerson = (personId: string) =>
  app.db.selectFrom('checkIn').selectAll().where('personId', '=', personId).orderBy('day').execute()
const emailTo = (personId: string) =>
  app.db
    .selectFrom('outbox')
    .selectAll()
    .where('personId', '=', personId)
    .where('kind', 'in', ['check-in', 'check-in-nudge'])
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
const linkIn = (text: string, answer: string) => new RegExp(`/check-in/\\S+/${answer}`).exec(text)?.[0] ?? ''

test('each is asked in the morning of the fourth day, by their own clock, and once', async () => {
  // The fourth day after 29 February is 4 March: nine in Amman, Lagos and Stockholm, not yet in Toronto.
  const early = await askedAt('2016-03-04T08:03:00Z')
  const again = await askedAt('2016-03-04T09:03:00Z')
  const west = await askedAt('2016-03-04T14:03:00Z')

  expect([early, again, west]).toEqual([4, 0, 2])
  expect((await checkIns()).length).toBeGreaterThanOrEqual(6)
})

test('the email has three answers as text and as HTML, and says nothing of the partner but the name', async () => {
  await askedAt('2016-03-04T14:03:00Z')
  const { gil, fay } = running.people
  const mail = await emailTo(fay.person.id)

  for (const answer of ['yes', 'not-yet', 'help']) {
    expect(mail.text).toMatch(new RegExp(`/check-in/\\S+/${answer}`))
    expect(mail.html).toMatch(new RegExp(`href="[^"]+/check-in/[^"]+/${answer}"`))
  }
  expect(mail.subject).toBe('Have you heard from Gil Haddad?')
  expect(mail.html).not.toContain(gil.person.email)
  expect(mail.html).not.toMatch(/<img/)
  expect(Buffer.byteLength(mail.html) + Buffer.byteLength(mail.text)).toBeLessThan(90_000)
})

test('a link that a program follows answers nothing; the button does, and the last answer counts', async () => {
  await askedAt('2016-03-04T14:03:00Z')
  const { fay } = running.people
  const { text } = await emailTo(fay.person.id)
  const browser = aBrowser(site, app.origin)
  const standing = async () =>
    (await standingsOf(app.db, running.round, app.now()))
      .flatMap(({ members }) => members)
      .find(({ personId }) => personId === fay.person.id)

  const page = await browser.read(linkIn(text, 'yes'))
  await browser.ask(linkIn(text, 'help'), { method: 'HEAD' })
  const scanned = (await standing())?.standing
  const base = linkIn(text, 'yes').replace(/\/yes$/, '')
  const given = await browser.send(`${base}/answer`, { answer: 'yes' })
  const yes = (await standing())?.standing
  await browser.send(`${base}/answer`, { answer: 'help', words: 'My emails come back.' })
  await browser.send(`${base}/answer`, { answer: 'help', words: 'My emails come back.' })
  const help = await standing()
  const after = await browser.read(base)

  expect(page).toContain('Say that we are in touch')
  expect(scanned).toBe('asked')
  expect([given.status, given.headers.get('Location')]).toEqual([303, base])
  expect([yes, help?.standing, help?.words]).toEqual(['in-touch', 'help', 'My emails come back.'])
  expect(after).toContain('You asked for help.')
  expect(await app.db.selectFrom('checkInAnswer').select('answer').orderBy('id').execute()).toEqual([
    { answer: 'yes' },
    { answer: 'help' },
  ])
  expect((await browser.ask(`${base}x/yes`)).status).toBe(404)
})

test('signed in, one answers on one’s own page without the email, and nobody else’s', async () => {
  await askedAt('2016-03-04T14:03:00Z')
  const { fay, chi } = running.people
  const [mine] = await ofPerson(fay.person.id)
  const [other] = await ofPerson(chi.person.id)
  const browser = aBrowser(site, app.origin, await signedIn(app, fay.person))

  const home = await browser.read('/me')
  const given = await browser.send(`/me/check-in/${mine?.id}/answer`, { answer: 'not-yet' })
  const foreign = await browser.send(`/me/check-in/${other?.id}/answer`, { answer: 'yes' })
  const after = await browser.read('/me')

  expect(home).toContain(`action="/me/check-in/${mine?.id}/answer"`)
  expect([given.status, foreign.status]).toEqual([303, 404])
  expect((await browser.ask(`/me/check-in/${other?.id}`)).status).toBe(404)
  expect(after).toContain('You said that you are not in touch yet.')
})

test('an answer comes too late once the pairing has ended; a new partner begins on a day of their own', async () => {
  await askedAt('2016-03-04T14:03:00Z')
  const { chi, dev, eun } = running.people
  const [first] = await ofPerson(chi.person.id)
  const pairing = await running.pairingOf(chi)
  await partPairing(app, running.coordinator, code(), { pairing, leaving: [dev.id] })
  const late = answerCheckIn(
    app,
    { id: first?.id ?? '', personId: null },
    { answer: 'yes', words: '', way: 'link' },
  )
  await expect(late).rejects.toEqual(new Conflict('check-in-over'))
  app.at('2016-03-20T18:00:00Z')
  await rematch(app, code(), running.coordinator)
  await releaseRematch(app, running.coordinator, code(), null)
  await drainOutbox(app)

  // Eun, in Seoul, and Chi have been partners since 20 March: their fourth day is the 24th and, in Seoul, the 25th.
  const third = await askedAt('2016-03-23T10:03:00Z')
  const fourth = await askedAt('2016-03-24T10:03:00Z')

  // Bo and Gil are asked for their seventeenth day, and for the one a week later; in the west it is night.
  expect(third).toBe(2)
  expect(fourth).toBe(3)
  expect((await ofPerson(chi.person.id)).map(({ day }) => day)).toEqual([4, 4])
  expect((await ofPerson(eun.person.id)).map(({ day }) => day)).toEqual([])
})

test('nobody is asked before their introduction has left, while all emails or those of check-ins are held', async () => {
  const { ana } = running.people
  const pairing = await running.pairingOf(ana)
  const key = `introduction:${pairing}:${ana.person.id}`
  await app.db.updateTable('outbox').set({ state: 'queued', sentAt: null }).where('key', '=', key).execute()
  const without = await askedAt('2016-03-04T14:03:00Z')
  await app.db
    .updateTable('outbox')
    .set({ state: 'sent', sentAt: app.now() })
    .where('key', '=', key)
    .execute()
  const campaign = await app.db
    .selectFrom('mailCampaign')
    .where('key', '=', `check-ins:${running.round.id}`)
    .select('id')
    .executeTakeFirstOrThrow()

  await app.db.transaction().execute((tx) => stopCampaign(tx, campaign.id, app.now()))
  const stopped = await askedAt('2016-03-11T14:03:00Z')
  await app.db.updateTable('mailCampaign').set({ stoppedAt: null }).execute()
  await app.db.transaction().execute((tx) => holdMail(tx, app.now(), 'restored'))
  const held = await askedAt('2016-03-11T15:03:00Z')
  await app.db.deleteFrom('mailHold').execute()
  const after = await askedAt('2016-03-11T16:03:00Z')

  expect([without, stopped, held]).toEqual([5, 0, 0])
  // Ana's introduction left on 4 March: the 8th is her fourth day. In India it is night by then.
  expect(after).toBe(5)
  expect((await ofPerson(ana.person.id)).map(({ day }) => day)).toEqual([4])
})

test('a coordinator sets the days; what was typed comes back with what is wrong', async () => {
  const headers = await signedIn(app, running.coordinator)
  const browser = aBrowser(site, app.origin, headers)

  const wrong = await browser.send(`/office/rounds/${code()}/weeks/plan`, { days: '4, soon' })
  const right = await browser.send(`/office/rounds/${code()}/weeks/plan`, { days: '9 2' })
  const page = await browser.read(`/office/rounds/${code()}/weeks`)
  const second = await askedAt('2016-03-02T14:03:00Z')

  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="4, soon"')
  expect(right.status).toBe(303)
  expect(page).toContain('Wednesday, 2 March 2016')
  expect(second).toBe(6)
  await expect(planCheckIns(app, await aPerson(app), code(), [1])).rejects.toThrow(Forbidden)
})

test('from how each country gets on one comes to those of it alone; what was answered to each check-in adds up', async () => {
  await askedAt('2016-03-04T14:03:00Z')
  const { fay, gil } = running.people
  const [own] = await ofPerson(fay.person.id)
  await answerCheckIn(app, { id: own?.id ?? '', personId: null }, { answer: 'yes', words: '', way: 'link' })
  const headers = await signedIn(app, running.coordinator)
  const browser = aBrowser(site, app.origin, headers)
  const weeks = `/office/rounds/${code()}/weeks`

  const byCountry = await browser.read(`${weeks}/by/country`)
  const byDay = await browser.read(`${weeks}/by/day`)
  const href = /href="([^"]*in-touch[^"]*)"/.exec(byCountry)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const ofCountry = await browser.read(href)
  const elsewhere = await browser.read(href.replace(/of=../, 'of=ZZ'))

  expect(href).toMatch(/by=country&of=[A-Z]{2}$/)
  expect(ofCountry).toContain('Fay Gray')
  expect(elsewhere).not.toContain('Fay Gray')
  expect(ofCountry).not.toContain(`href="/office/rounds/${code()}/weeks/people/${gil.id}"`)
  expect(await answersByDay(app.db, running.round.id, running.coordinator)).toEqual([
    { day: 4, asked: 6, inTouch: 1, notYet: 0, help: 0, wrote: 0, silent: 5 },
  ])
  expect(await answersByDay(app.db, running.round.id, fay.person)).toMatchObject([{ asked: 4, inTouch: 0 }])
  expect(byDay).toContain('What was answered to each check-in')
})

/** A reply to an email, as it comes in. */
const reply = (mail: { id: string }, text: string, headers: readonly string[] = []) =>
  receive(
    app,
    Buffer.from(
      [
        'From: Somebody Else <else@library.example>',
        `To: ${returnAddress(app, { purpose: 'r', id: mail.id })}`,
        'Subject: Re: Have you heard?',
        'Content-Type: text/plain; charset=utf-8',
        ...headers,
        '',
        text,
      ].join('\r\n'),
    ),
  )
const standingFor = async (personId: string) => {
  const pairs = await standingsOf(app.db, running.round, app.now())
  const member = pairs.flatMap(({ members }) => members).find((one) => one.personId === personId)
  return [member?.standing, member?.words]
}
const lettersOpen = () =>
  app.db
    .selectFrom('inboundMail')
    .select('text')
    .where('settledAt', 'is', null)
    .where('kind', '=', 'letter')
    .execute()

test('a word in a reply is the answer, whoever it claims to be from; once, also for two workers', async () => {
  await askedAt('2016-03-04T14:03:00Z')
  const { fay } = running.people
  const mail = await emailTo(fay.person.id)
  await drainOutbox(app)
  await reply(
    mail,
    'Sí, gracias\r\n\r\nEl vie, 4 mar 2016 a las 9:03, ILN (<mail@network.example>) escribió:\r\n> ¿',
  )

  const taken = await Promise.all([takeReplies(app), takeReplies(app)])

  expect(mail.text).toContain('reply to this email with one word')
  expect(taken.toSorted()).toEqual([0, 1])
  expect(await standingFor(fay.person.id)).toEqual(['in-touch', ''])
  expect(await app.db.selectFrom('checkInAnswer').select(['answer', 'way']).execute()).toEqual([
    { answer: 'yes', way: 'reply' },
  ])
  expect(await lettersOpen()).toEqual([])
  expect((await checkIns()).filter(({ to }) => to === 'else@library.example')).toEqual([])
})

test('anything else is kept for a coordinator to read; an automatic reply is nothing', async () => {
  await askedAt('2016-03-04T14:03:00Z')
  const { fay, gil } = running.people
  const headers = await signedIn(app, running.coordinator)
  const browser = aBrowser(site, app.origin, headers)
  await reply(await emailTo(fay.person.id), 'Yes, but only once, and I am worried.')
  await reply(await emailTo(gil.person.id), 'Yes', ['Auto-Submitted: auto-replied'])

  await takeReplies(app)
  const wrote = await standingFor(fay.person.id)
  const list = await browser.read(`/office/rounds/${code()}/weeks/wrote`)
  const member = await browser.read(`/office/rounds/${code()}/weeks/people/${fay.id}`)

  expect(wrote).toEqual(['wrote', 'Yes, but only once, and I am worried.'])
  for (const page of [list, member]) expect(page).toContain('Yes, but only once, and I am worried.')
  expect((await standingFor(gil.person.id))[0]).toBe('asked')
  expect(await lettersOpen()).toEqual([])
})

test('a reply when it is over, or with nothing in it, stays among the letters, and no pairing is offered to be ended', async () => {
  await askedAt('2016-03-04T14:03:00Z')
  const { fay, gil } = running.people
  await reply(await emailTo(gil.person.id), '> Have you heard from Fay?')
  const mail = await emailTo(fay.person.id)
  const browser = aBrowser(site, app.origin, await signedIn(app, running.coordinator))
  const look = () => browser.read(`/office/rounds/${code()}/weeks/people/${fay.id}`)
  const before = await look()
  await app.db.updateTable('round').set({ endsOn: '2016-03-03' }).where('id', '=', running.round.id).execute()
  await reply(mail, 'Yes')

  const taken = await takeReplies(app)
  const over = await look()

  expect(before).toContain('End this pairing')
  expect(over).toContain('Fay')
  expect(over).not.toContain('End this pairing')
  expect(taken).toBe(0)
  expect((await lettersOpen()).map(({ text }) => text.trim()).toSorted()).toEqual([
    '> Have you heard from Fay?',
    'Yes',
  ])
})
