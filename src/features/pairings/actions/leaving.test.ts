import { expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { drainOutbox } from '../../../platform/mail/index.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { aBrowser } from '../../calls/browser.builder.ts'
import { freePeople } from '../queries/rematch.ts'
import { aRunningRound } from './rematch.builder.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())
const { round, people } = await aRunningRound(app)
await drainOutbox(app)
app.at('2016-03-08T12:00:00Z')

const browserOf = async (one: { person: { id: string } }) =>
  aBrowser(site, app.origin, await signedIn(app, one.person))
const lastTo = (one: { person: { id: string } }) =>
  app.db
    .selectFrom('outbox')
    .where('personId', '=', one.person.id)
    .select(['subject', 'text'])
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
const leave = `/me/rounds/${round.code}/leave`

test('whoever leaves says so on a page that asks; the partner is told kindly and stands among those who wait', async () => {
  const { chi, dev } = people
  const browser = await browserOf(dev)

  const page = await browser.read(leave)
  const before = await freePeople(app.db, round)
  const left = await browser.send(leave, {})
  const again = await browser.send(leave, {})
  const mails = await app.db
    .selectFrom('outbox')
    .where('personId', 'in', [chi.person.id, dev.person.id])
    .where('createdAt', '=', app.now())
    .select('kind')
    .orderBy('kind')
    .execute()
  const free = await freePeople(app.db, round)

  expect(page).toContain('Your partner gets a kind email')
  expect(before.map(({ name }) => name)).toEqual(['Eun Park'])
  expect([left, again].map(({ status, headers }) => [status, headers.get('Location')])).toEqual([
    [303, '/me'],
    [303, '/me'],
  ])
  expect(mails).toEqual([{ kind: 'farewell' }, { kind: 'reserve' }])
  expect(free.map(({ name, because }) => [name, because])).toEqual([
    ['Eun Park', 'reserve'],
    ['Chi Eze', 'parted'],
  ])
  const [told, farewell] = [await lastTo(chi), await lastTo(dev)]
  expect(told.subject).toBe(`Your partner in round ${round.code} has left`)
  expect(told.text).toContain(`Dear Chi,\n`)
  expect(told.text).toContain(`sends you this because you take part in Round ${round.code}.`)
  expect(farewell.subject).toBe(`You have left Round ${round.code}`)
  expect(farewell.text).toContain(`sends you this because you have left Round ${round.code}.`)
})

test('whoever waits leaves without anyone being told; a stranger has nothing to leave', async () => {
  const { eun, ana } = people
  const browser = await browserOf(eun)
  const home = await browser.read('/me')
  const page = await browser.read(leave)
  await browser.send(leave, {})

  expect(home).toContain(`<a href="${leave}">Leave Round ${round.code}</a>`)
  expect(page).toContain('Nobody is told')
  expect((await freePeople(app.db, round)).map(({ name }) => name)).toEqual(['Chi Eze'])
  expect((await browser.ask(leave)).status).toBe(404)
  expect((await (await browserOf({ person: await aPerson(app) })).send(leave, {})).status).toBe(404)
  expect((await aBrowser(site, app.origin).ask(leave)).status).toBe(303)
  app.at('2016-06-21T12:00:00Z')
  expect((await (await browserOf(ana)).send(leave, {})).status).toBe(409)
})
