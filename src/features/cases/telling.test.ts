import { beforeAll, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { drainOutbox } from '../../platform/mail/index.ts'
import { Conflict, Forbidden, NotFound, Unacceptable } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aBrowser } from '../calls/browser.builder.ts'
import { answerCheckIn, askCheckIns } from '../checkins/index.ts'
import { leaveRound } from '../pairings/actions/leaving.ts'
import { aRunningRound } from '../pairings/actions/rematch.builder.ts'
import { assignCase, closeCase, noteCase } from './actions/handling.ts'
import { resetLadder, setLadder } from './actions/ladder.ts'
import { mailCase } from './actions/mailing.ts'
import { reportConduct } from './actions/reporting.ts'
import { sweepCases } from './actions/sweep.ts'
import { tellVolunteers } from './actions/telling.ts'
import { usualLadder } from './ladder.ts'
import { namedCases } from './queries/named.ts'
import { casesFor } from './queries/queue.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())
let running: Awaited<ReturnType<typeof aRunningRound>>
const once = () => crypto.randomUUID()

beforeAll(async () => {
  running = await aRunningRound(app)
  await drainOutbox(app)
  const { fay, chi } = running.people
  app.at('2016-03-04T14:03:00Z')
  await askCheckIns(app)
  await answer(fay.person.id, 'help')
  await answer(chi.person.id, 'not-yet')
  app.at('2016-03-05T08:13:00Z')
  await sweepCases(app)
})

async function answer(personId: string, said: 'help' | 'not-yet') {
  const { id } = await app.db
    .selectFrom('checkIn')
    .where('personId', '=', personId)
    .select('id')
    .executeTakeFirstOrThrow()
  await answerCheckIn(app, { id, personId: null }, { answer: said, words: 'Please.', way: 'link' })
}

const numberOf = async (kind: string) =>
  (await app.db.selectFrom('pairingCase').where('kind', '=', kind).select('number').executeTakeFirst())
    ?.number ?? 0
const mailsOf = (kind: string) =>
  app.db.selectFrom('outbox').where('kind', '=', kind).selectAll().orderBy('createdAt').execute()
const browserOf = async (person: { id: string }) => aBrowser(site, app.origin, await signedIn(app, person))

test('an email is ready in its reader’s language, is sent as it was written, and once', async () => {
  const number = await numberOf('help')
  const { fay, gil } = running.people
  const browser = await browserOf(running.coordinator)
  const path = `/office/cases/${number}/write/answer/${gil.id}`
  const mail = {
    name: 'answer',
    to: fay.id,
    once: once(),
    subject: 'Your question',
    text: 'One.\n\nTwo.',
  } as const

  const page = await browser.read(path)
  const empty = await browser.send(`${path}/send`, { once: once(), subject: ' ', text: 'Kept as typed.' })
  await mailCase(app, running.coordinator, number, mail)
  await mailCase(app, running.coordinator, number, mail)

  expect(page).toContain('طلبكم للمساعدة')
  expect(page).toContain('العربية')
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('Kept as typed.')
  const [sent, ...more] = await mailsOf('case')
  expect(more).toEqual([])
  expect([sent?.personId, sent?.subject]).toEqual([fay.person.id, 'Your question'])
  expect(sent?.text).toContain('Dear Fay,\n\nOne.\n\nTwo.\n\nCora Lind, for the coordinators')
  const { lines } = await casesFor(app.db, running.coordinator, { view: 'open', now: app.now() }, 1)
  expect(lines.find((one) => one.number === number)?.next).toBe('follow-up')
  const stranger = { ...mail, to: running.people.ana.id, once: once() }
  await expect(mailCase(app, running.coordinator, number, stranger)).rejects.toEqual(
    new NotFound('no-such-member'),
  )
  await expect(mailCase(app, fay.person, number, mail)).rejects.toEqual(new Forbidden('not-allowed'))
})

test('whoever asked reads on their own page who looks after it and by when; the partner reads nothing of it', async () => {
  const number = await numberOf('help')
  const { fay, gil } = running.people
  const unowned = await (await browserOf(fay.person)).read('/me')
  await assignCase(app, running.coordinator, number, { ownerId: running.coordinator.id })
  const owned = await (await browserOf(fay.person)).read('/me')
  const partner = await (await browserOf(gil.person)).read('/me')
  app.at('2016-03-25T08:13:00Z')
  const late = await (await browserOf(fay.person)).read('/me')
  app.at('2016-03-05T09:13:00Z')

  expect(unowned).toContain('A coordinator looks after it by')
  expect(owned).toContain('Cora looks after it')
  expect(partner).not.toContain('طلبكم للمساعدة')
  expect(late).toContain('You are not forgotten')
})

test('who waits because the partner has left reads that we look for somebody', async () => {
  const { bo, ana } = running.people
  await leaveRound(app, bo.person, running.round.code)
  await sweepCases(app)

  const page = await (await browserOf(ana.person)).read('/me')

  expect(page).toContain('Cómo va nuestra búsqueda')
})

test('volunteers are told in their morning, once a day, and only when something waits', async () => {
  app.at('2016-03-07T06:23:00Z')
  const early = await tellVolunteers(app)
  app.at('2016-03-07T09:23:00Z')
  const first = await tellVolunteers(app)
  app.at('2016-03-07T15:23:00Z')
  const again = await tellVolunteers(app)

  const [mail] = await mailsOf('cases-due')
  expect([early, first, again]).toEqual([0, 1, 0])
  expect(mail?.subject).toMatch(/need|due/)
  expect(mail?.text).not.toContain('Fay')
  app.at('2016-03-05T09:13:00Z')
})

test('the ladder is a setting of the network and of a round; what was typed comes back', async () => {
  const browser = await browserOf(running.coordinator)
  const { code } = running.round
  const typed = { nudges: 'clock' } as Record<string, string>
  const page = await browser.read(`/office/rounds/${code}/ladder`)
  for (const [, name = '', value = ''] of page.matchAll(/name="([a-z]+-\d)"[^>]*?value="(\d+)"|$/g))
    if (name) typed[name] = value
  const names = Object.keys(typed).filter((name) => name !== 'nudges')

  const wrong = await browser.send(`/office/rounds/${code}/ladder`, { ...typed, 'silence-0': 'soon' })
  await setLadder(app, running.coordinator, null, { ...usualLadder, nudges: 'coordinator' })
  await setLadder(app, running.coordinator, code, usualLadder)
  await resetLadder(app, running.coordinator, code)
  const kept = await app.db.selectFrom('caseLadder').select(['roundId', 'nudges']).execute()

  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="soon"')
  expect(names.length).toBeGreaterThanOrEqual(0)
  expect(kept).toEqual([{ roundId: null, nudges: 'coordinator' }])
  await expect(setLadder(app, running.people.fay.person, null, usualLadder)).rejects.toThrow(Forbidden)
  await app.db.deleteFrom('caseLadder').execute()
})

test('a report is read by directors whom it does not concern; the email tells nothing of it', async () => {
  const { chi, dev, eun } = running.people
  const director = await aPerson(app, { role: 'director', name: 'Dora Holm' })
  const other = await aPerson(app, { role: 'director', name: 'Ole Nord' })
  const grant = { startsOn: '2013-01-01', createdAt: app.now() }
  await app.db
    .insertInto('roleGrant')
    .values({ personId: dev.person.id, role: 'director', ...grant })
    .execute()
  const browser = await browserOf(chi.person)
  const about = `${await running.pairingOf(chi)} ${dev.id}`
  const story = 'Something that only directors may read.'

  const form = await browser.read('/me/report')
  const empty = await browser.send('/me/report/send', { once: once(), body: story })
  const sent = await browser.send('/me/report/send', {
    ...{ once: once(), about, body: story },
    'barred[]': other.id,
  })
  const mine = await browser.read('/me')
  const conduct = await browser.read('/code-of-conduct')

  expect(form).toContain('Dora Holm')
  expect(form).not.toContain(`value="${dev.person.id}`)
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain(story)
  expect(sent.headers.get('Location')).toBe('/me')
  expect(mine).toContain('We have your report of')
  expect(conduct).toContain('href="/me/report"')
  const mails = await mailsOf('report')
  expect(mails.map(({ personId }) => personId)).toEqual([director.id])
  expect(JSON.stringify(mails)).not.toMatch(/Something|Chi|Dev/)

  const number = await numberOf('conduct')
  const path = `/office/cases/${number}`
  const seenBy = async (one: { id: string }) => (await (await browserOf(one)).ask(path)).status
  const read = await (await browserOf(director)).read(path)
  expect(read).toContain(story)
  // It is answered from one’s own mailbox.
  for (const { person } of [chi, dev]) expect(read).toContain(`href="mailto:${await addressOf(person.id)}"`)
  expect([
    await seenBy(other),
    await seenBy(dev.person),
    await seenBy(running.coordinator),
    await seenBy(chi.person),
    await seenBy(eun.person),
  ]).toEqual([404, 404, 404, 403, 403])
  await assignCase(app, director, number, { ownerId: running.coordinator.id })
  expect(await seenBy(running.coordinator)).toBe(200)
  await expect(assignCase(app, director, number, { ownerId: dev.person.id })).rejects.toEqual(
    new Conflict('not-for-them'),
  )
  await noteCase(app, director, number, 'Spoke with both.')
  const { id } = await app.db
    .selectFrom('pairingCase')
    .where('number', '=', number)
    .select('id')
    .executeTakeFirstOrThrow()
  const reader = { actor: director, locale: 'en', zone: 'UTC', now: app.now(), campaign: () => undefined }
  expect((await namedCases(app.db, [id], reader)).map(({ label }) => label)).toEqual(['A report'])
  const noEmail = { name: 'hear', to: chi.id, once: once(), subject: 'x', text: 'y' } as const
  await expect(mailCase(app, director, number, noEmail)).rejects.toEqual(new Conflict('no-emails-here'))
})

test('who reported learns nothing of another’s report, be it of them or of the same person', async () => {
  const { fay, gil } = running.people
  const director = await aPerson(app, { role: 'director', name: 'Dina Moe' })
  const pairingId = await running.pairingOf(fay)
  const report = (by: typeof fay, of: typeof fay) =>
    reportConduct(app, by.person, { once: once(), pairingId, applicationId: of.id, body: 'x', barred: [] })
  const page = async () => (await browserOf(fay.person)).read('/me')
  const reports = () =>
    app.db
      .selectFrom('pairingCase')
      .where('pairingId', '=', pairingId)
      .where('kind', '=', 'conduct')
      .select(['number', 'applicationId', 'closedAt'])
      .orderBy('number')

  await report(fay, gil)
  const { number } = await reports().executeTakeFirstOrThrow()
  await expect(closeCase(app, director, number, { outcome: 'in-touch' })).rejects.toThrow(
    new Unacceptable('no-such-outcome', {
      outcomes: 'spoken-to, released, left, removed, unfounded',
    }),
  )
  await closeCase(app, director, number, { outcome: 'spoken-to' })
  const closed = await page()
  await report(gil, fay)
  const afterTheirs = await page()
  await report(fay, gil)
  const again = await page()

  expect(closed).toContain('It has been dealt with.')
  expect(afterTheirs).toContain('It has been dealt with.')
  expect(afterTheirs).not.toContain('You hear from one of them by')
  expect(again).not.toContain('It has been dealt with.')
  expect(again).toContain('You hear from one of them by')
  expect(await reports().execute()).toEqual([
    { number, applicationId: gil.id, closedAt: null },
    { number: expect.any(Number), applicationId: fay.id, closedAt: null },
  ])
})

const addressOf = async (id: string) =>
  (await app.db.selectFrom('person').where('id', '=', id).select('email').executeTakeFirstOrThrow()).email

test('nobody reports strangers, and a report that nobody could read is not taken', async () => {
  const { ana, bo, chi } = running.people
  const pairingId = await running.pairingOf(ana)
  const report = { once: once(), pairingId, applicationId: bo.id, body: 'x', barred: [] as string[] }
  const directors = await app.db
    .selectFrom('roleGrant')
    .where('role', '=', 'director')
    .select('personId')
    .execute()
  const barred = directors.map(({ personId }) => personId)

  await expect(reportConduct(app, chi.person, report)).rejects.toEqual(new NotFound('no-such-partner'))
  await expect(reportConduct(app, ana.person, { ...report, barred })).rejects.toEqual(
    new Conflict('nobody-to-read'),
  )
  const visitor = aBrowser(site, app.origin)
  expect((await visitor.ask('/me/report')).headers.get('Location')).toContain('/sign-in')
})
