import ICAL from 'ical.js'
import { beforeAll, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aRunningRound } from '../pairings/actions/rematch.builder.ts'
import { leaveWaiting } from '../pairings/actions/waiting.ts'
import { terminal } from '../people/index.ts'
import { proposePost } from '../posts/index.ts'
import { publishTopic, withdrawTopic } from '../topics/actions/publish.ts'
import { aTopic } from '../topics/topic.builder.ts'
import { feedToken } from './policy.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())
let running: Awaited<ReturnType<typeof aRunningRound>>
const code = () => running.round.code

beforeAll(async () => {
  running = await aRunningRound(app)
  app.at('2016-03-01T12:00:00Z')
  await aTopic(app, terminal, { code: code(), number: 1 })
  await aTopic(app, terminal, { code: code(), number: 2 })
  await publishTopic(app, terminal, { code: code(), number: 1 })
})

const addressOn = (page: string) => /value="http:\/\/localhost:3000(\/calendar\/[^"]+)"/.exec(page)?.[1] ?? ''

async function pageOf(one: { person: { id: string } }, path: string): Promise<string> {
  return (await site.request(path, { headers: await signedIn(app, one.person) })).text()
}

async function feedAt(address: string) {
  const answer = await site.request(address)
  const events = new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents('vevent')
  const told = events.map((event) => [
    String(event.getFirstPropertyValue('summary')),
    String(event.getFirstPropertyValue('dtstart')),
    String(event.getFirstPropertyValue('status')),
  ])
  return { answer, told }
}

test('a calendar program gets the dates of a round by one’s own clock and in one’s own language, signed in nowhere', async () => {
  const { gil } = running.people
  await app.db.updateTable('person').set({ locale: 'en' }).where('id', '=', gil.person.id).execute()

  const { answer, told } = await feedAt(addressOn(await pageOf(gil, '/me/calendar')))

  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  // The titles of topics that are not out are nobody's yet. Jordan puts its clocks forward on 1 April.
  expect(told).toEqual([
    [`Mentoring begins: Round ${code()}`, '2016-02-29', 'CONFIRMED'],
    ['Topic 1: Getting to know you', '2016-03-01T14:00:00', 'CONFIRMED'],
    ['Topic 2', '2016-03-14T11:00:00', 'CONFIRMED'],
    ['Topic 3', '2016-03-28T11:00:00', 'CONFIRMED'],
    ['Topic 4', '2016-04-11T12:00:00', 'CONFIRMED'],
    ['Topic 5', '2016-04-25T12:00:00', 'CONFIRMED'],
    [`Half-way through Round ${code()}`, '2016-04-25', 'CONFIRMED'],
    ['Topic 6', '2016-05-09T12:00:00', 'CONFIRMED'],
    ['Topic 7', '2016-05-23T12:00:00', 'CONFIRMED'],
    ['Topic 8', '2016-06-06T12:00:00', 'CONFIRMED'],
    [`Last day of Round ${code()}`, '2016-06-19', 'CONFIRMED'],
  ])
})

test('a renewed address opens the calendar, the one before nothing, and neither does one that was guessed', async () => {
  const { fay } = running.people
  const headers = await signedIn(app, fay.person)
  const before = addressOn(await pageOf(fay, '/me/calendar'))

  const renewed = await site.request('/me/calendar/renew', {
    method: 'POST',
    headers,
    body: new URLSearchParams(),
  })
  const after = addressOn(await pageOf(fay, '/me/calendar'))
  const forged = feedToken({ config: { secret: 'another' } }, { personId: fay.person.id, number: 1 })

  expect(renewed.status).toBe(303)
  const statuses = [before, after, `/calendar/${forged}.ics`, '/calendar/x.ics', '/calendar/x'].map(
    async (address) => (await site.request(address)).status,
  )
  expect(await Promise.all(statuses)).toEqual([404, 200, 404, 404, 404])
})

test('what was called off says so: a topic that was withdrawn, a round that one has left', async () => {
  const { eun, dev } = running.people
  await leaveWaiting(app, running.coordinator, code(), eun.id)
  await withdrawTopic(app, terminal, { code: code(), number: 1 })

  const left = await feedAt(addressOn(await pageOf(eun, '/me/calendar')))
  const stays = await feedAt(addressOn(await pageOf(dev, '/me/calendar')))

  expect(new Set(left.told.map(([, , status]) => status))).toEqual(new Set(['CANCELLED']))
  expect(stays.told.filter(([, , status]) => status === 'CANCELLED')).toEqual([
    ['Topic 1', '2016-03-01T17:30:00', 'CANCELLED'],
  ])
})

test('one’s own page shows when both are awake in a week, the dates to come, and no address that is kept', async () => {
  const page = await pageOf(running.people.ana, '/me')
  const bo = running.people.bo.person.email

  expect(page).toContain('class="chart hours-of-week"')
  expect(page.match(/<rect class="rail"/g)).toHaveLength(7)
  expect(page).toContain('href="/me/calendar"')
  expect(page).not.toContain(bo)
  expect(await pageOf(running.people.chi, '/me')).toContain(`mailto:${running.people.dev.person.email}`)
})

test('who works on posts gets the days on which they are due and come out, and nobody else does', async () => {
  const editor = await aPerson(app, { role: 'editor', name: 'Ada Molina' })
  const post = { summary: '', locale: 'en', code: '', fortnight: null, part: null, dueOn: '2016-03-20' }
  await proposePost(app, editor, { ...post, title: 'A shelf', assigneeId: editor.id })
  const { gil } = running.people

  const { told } = await feedAt(addressOn(await pageOf({ person: editor }, '/me/calendar')))
  const theirs = await feedAt(addressOn(await pageOf(gil, '/me/calendar')))

  expect(told.map(([title, on]) => [title, on])).toEqual([
    ['To be written by today: A shelf (Ada Molina)', '2016-03-20'],
  ])
  expect(theirs.told.filter(([title]) => title?.includes('A shelf'))).toEqual([])
})
