import { expect, test } from 'vitest'
import { anApplication, aPerson } from '../../../../test/builders.ts'
import { counting, queuedMail, testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { acceptLate } from '../actions/accept-late.ts'
import { partPairing } from '../actions/part.ts'
import { aRunningRound, rematch } from '../actions/rematch.builder.ts'
import { holdWaiting } from '../actions/waiting.ts'
import { newPairsDesk, rematchDesk } from '../queries/rematch-desk.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const site = createSite(app, await buildAssets())

const pageFor = async (person: { id: string }) => {
  const headers = await signedIn(app, person)
  return {
    get: async (path: string) => (await site.request(path, { headers })).text(),
    status: async (path: string) => (await site.request(path, { headers })).status,
    post: (path: string, fields: Record<string, string> = {}) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      return site.request(path, { method: 'POST', body, headers })
    },
  }
}

test('a coordinator ends a pairing, matches again, reads the mails, rehearses and releases', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  const { ana, bo, eun } = people
  app.at('2016-03-20T09:00:00Z')
  const { get, post } = await pageFor(coordinator)
  const again = `/office/rounds/${round.code}/rematch`

  const first = await get(again)
  expect(first).toContain('Eun Park')
  expect(first).toContain('28 days, since 21 February 2016')
  expect(first).toContain('One person alone cannot be matched.')
  expect(first).not.toContain('Bo Ek')
  const found = await get(`${again}?q=B%C3%B6%20ek`)
  expect(found).toContain('One pairing with')
  const act = `${again}/pairings/${await pairingOf(ana)}`
  expect(found).toContain(act)

  const confirm = await get(act)
  expect(confirm).toContain('Ana Luz stays in the round and waits for a new partner.')
  const unchosen = await post(act)
  expect([unchosen.status, await unchosen.text()]).toEqual([
    422,
    expect.stringContaining('Choose for each of them: leaves or stays.'),
  ])
  expect((await post(act, { leaving: bo.id })).status).toBe(303)
  expect(await get(again)).toContain('No mail has told them yet.')

  expect(await get(again)).toContain('Rematch these 2 people')
  expect((await post(`${again}/run`)).headers.get('Location')).toBe(again)
  const waiting = await get(again)
  expect(waiting).toContain('waiting for its turn')
  expect(waiting).toContain('<noscript><meta http-equiv="refresh" content="5"/></noscript>')
  expect((await post(`${again}/run`)).status).toBe(409)
  await app.runJobs()
  expect(await get(`${again}/progress`)).toContain('data-done')

  expect(await get(again)).toContain('One new pair is ready for you to check')
  const pairs = await get(`${again}/pairs`)
  expect(pairs).toContain('Nobody is still waiting.')
  expect(pairs).toContain(`${again}/people/${ana.id}/mail`)
  expect(await get(`${again}/people/${ana.id}/mail`)).toContain('De nuevo tiene colega')
  expect(await get(`${again}/people/${eun.id}/mail.html`)).toContain('We have found')
  expect((await post(`${again}/release/rehearse`)).status).toBe(303)
  await app.db.deleteFrom('outbox').execute()

  expect(await get(`${again}/release`)).toContain('The other 2 pairings stay as they are')
  const unticked = await post(`${again}/release`, { scenario: '2' })
  expect([unticked.status, await queuedMail(app)]).toEqual([422, []])
  const released = await post(`${again}/release`, { scenario: '2', agreed: 'yes' })
  const twice = await post(`${again}/release`, { scenario: '2', agreed: 'yes' })
  expect([released.status, twice.status]).toEqual([303, 409])
  expect(await twice.text()).toContain('already been released')
  expect((await queuedMail(app)).map(({ to }) => to).sort()).toEqual(
    [ana.person.email, eun.person.email].sort(),
  )

  const after = await get(again)
  expect(after).toContain('Everyone has a partner')
  expect(after).toContain('0 of 2')
  expect(after).toContain('A new partner has been introduced since then.')
  const later = `${again}/releases/2`
  expect((await post(`${later}/stop`)).status).toBe(303)
  expect(await get(again)).toContain(`${later}/resume`)
  expect((await post(`${later}/resume`)).status).toBe(303)
  const sending = await get(`${later}/progress`)
  expect(sending).toContain('0 of 2')
  expect(sending).not.toContain('data-onward')
  expect(await get(again)).toContain('Stop the emails that have not been sent')
  await app.db.updateTable('outbox').set({ state: 'sent', sentAt: app.now() }).execute()
  const sent = await get(`${later}/progress`)
  expect(sent).toContain(`data-done="" data-onward="${again}"`)
  expect(sent).toMatch(/href="\/office\/mail\?campaign=[0-9a-f-]+#mails">See these emails/)
})

test('a parting is taken back, and someone who waits is held, then not, or leaves', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  app.at('2016-03-20T09:00:00Z')
  const { get, post } = await pageFor(coordinator)
  const again = `/office/rounds/${round.code}/rematch`
  const act = `${again}/pairings/${await pairingOf(people.fay)}`

  await post(act, { leaving: 'nobody' })
  expect(await get(again)).toContain('Put back together')
  expect((await post(`${act}/rejoin`)).status).toBe(303)
  expect(await get(again)).not.toContain('Put back together')
  const eun = `${again}/people/${people.eun.id}`
  expect((await post(`${eun}/hold`)).status).toBe(303)
  expect(await get(again)).toContain('held in the reserve')
  expect((await post(`${eun}/end-hold`)).status).toBe(303)
  expect(await get(eun)).toContain('Take Eun Park out of the round')
  expect((await post(`${eun}/leave`)).status).toBe(303)
  expect(await get(again)).toContain('Everyone has a partner')
})

test('what the journal and the search lead to opens, also of a pairing that ended and of a round that is over', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  app.at('2016-03-20T09:00:00Z')
  const { get, status, post } = await pageFor(coordinator)
  const again = `/office/rounds/${round.code}/rematch`
  const ended = `${again}/pairings/${await pairingOf(people.ana)}`
  const living = `${again}/pairings/${await pairingOf(people.fay)}`
  await post(ended, { leaving: people.bo.id })
  await post(`${again}/run`)
  await app.runJobs()

  const journal = await get('/office/journal')
  const found = await get('/office/search?q=Ana%20Luz')
  const page = await get(ended)
  const led = [...journal.matchAll(/href="(\/office\/rounds\/[^"?#]+)"/g)].map(([, path = '']) => path)
  const statuses = await Promise.all([...new Set(led)].map(status))
  app.at('2016-07-01T09:00:00Z')
  const later = await pageFor(coordinator)

  expect(found).toContain(`href="${ended}"`)
  expect(page).toContain('Partners from 21 February 2016 to 20 March 2016.')
  expect(page).not.toContain('<h2>What will happen')
  expect(led).toContain(ended)
  expect(led).toContain(again)
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(await later.get(living)).toContain('Partners from 21 February 2016 to 19 June 2016.')
})

test('who was accepted after the release is not said to know nothing: the email about their place told them', async () => {
  const { round, coordinator } = await aRunningRound(app)
  app.at('2016-03-20T09:00:00Z')
  await anApplication(app, round, { name: 'Kim Ro', country: 'PE', acceptedAt: null })
  await acceptLate(app, coordinator, round.code)

  const page = await (await pageFor(coordinator)).get(`/office/rounds/${round.code}/rematch`)

  expect(page).toContain('Accepted after the release; waits for a rematch.')
  expect(page).not.toContain('No mail has told them yet.')
})

test('in a round that is over nobody is offered what cannot be done any more, and it is not done', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  const { ana, bo, chi, eun } = people
  app.at('2016-03-20T09:00:00Z')
  const [parted, living] = [await pairingOf(ana), await pairingOf(chi)]
  await partPairing(app, coordinator, round.code, { pairing: parted, leaving: [bo.id] })
  app.at('2016-06-20T09:00:00Z')
  const { get, post, status } = await pageFor(coordinator)
  const again = `/office/rounds/${round.code}/rematch`
  const before = await app.db.selectFrom('pairingMember').selectAll().orderBy('personId').execute()

  const page = await get(again)
  const asked = await Promise.all(
    [`people/${eun.id}`, `trio/${eun.id}`].map((path) => status(`${again}/${path}`)),
  )
  const told = await get(`${again}/pairings/${living}`)
  const done = [
    await post(`${again}/pairings/${living}`, { leaving: 'nobody' }),
    await post(`${again}/pairings/${parted}/rejoin`),
    await post(`${again}/people/${eun.id}/leave`),
    await post(`${again}/people/${eun.id}/hold`),
  ]

  for (const said of ['This round is over', 'Eun Park', 'Ended pairings', 'Bo Ek'])
    expect(page).toContain(said)
  for (const offered of [
    'End a pairing',
    'end their pairing',
    'Put back together',
    `${again}/people`,
    '/rejoin',
  ])
    expect(page).not.toContain(offered)
  expect([asked, done.map((one) => one.status)]).toEqual([
    [409, 409],
    [409, 409, 409, 409],
  ])
  expect(told).toContain('Partners from 21 February 2016 to 19 June 2016.')
  expect(told).not.toContain(`action="${again}`)
  expect(await done[0]?.text()).toContain('This round is over, so its pairs stay as they are')
  expect(await app.db.selectFrom('pairingMember').selectAll().orderBy('personId').execute()).toEqual(before)
})

test('a pairing ended on the day that it was for whoever reads it, as everywhere in the office', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  await app.db
    .updateTable('person')
    .set({ zone: 'Pacific/Auckland' })
    .where('id', '=', coordinator.id)
    .execute()
  const pairing = await pairingOf(people.ana)
  app.at('2016-03-20T12:30:00Z')
  await partPairing(app, coordinator, round.code, { pairing, leaving: [people.bo.id] })

  const page = await (await pageFor(coordinator)).get(`/office/rounds/${round.code}/rematch`)

  expect(page).toMatch(/id="parted"[\s\S]*21 March 2016/)
  expect(page).not.toContain('20 March 2016')
})

test('before the release, and for what is not there, the pages say so', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  const { get, status } = await pageFor(coordinator)
  const again = `/office/rounds/${round.code}/rematch`

  expect(await get(`${again}/pairs`)).toContain('No new pairs yet')
  expect(await get(`${again}/release`)).toContain('No new pairs yet')
  expect(await get(`${again}?q=nobody`)).toContain('No pairing with “nobody”')
  const absent = [`${again}/pairings/nonsense`, `${again}/people/${people.ana.id}`, `${again}/progress`]
  for (const path of [...absent, `${again}/people/${people.ana.id}/mail`, `${again}/releases/1/progress`])
    expect([path, await status(path)]).toEqual([path, 404])
  await partPairing(app, coordinator, round.code, { pairing: await pairingOf(people.chi), leaving: [] })
  const ended = await get(`${again}/pairings/${await pairingOf(people.chi)}`)
  expect(ended).toContain('Partners from 21 February 2016 to')
  expect(ended).not.toContain(`action="${again}`)
  await app.db.deleteFrom('release').where('roundId', '=', round.id).execute()
  expect(await get(again)).toContain('Release the pairings of the round first.')
})

test('whoever lost a partner reads that we look for another, and nothing of the one before', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  const { bo, eun } = people
  app.at('2016-03-20T09:00:00Z')
  await partPairing(app, coordinator, round.code, { pairing: await pairingOf(bo), leaving: [people.ana.id] })
  const own = async (one: { person: { id: string } }) => (await pageFor(one.person)).get('/me/partner')

  const [waiting, reserved, gone] = [await own(bo), await own(eun), await own(people.ana)]
  await rematch(app, round.code, coordinator)
  app.at('2016-07-01T09:00:00Z')

  expect(waiting).toContain('we are looking for a new partner for you')
  expect(waiting).not.toContain('Ana')
  expect(reserved).toContain('You are on the reserve list')
  expect(gone).toContain('Ya no participa')
  expect(gone).not.toContain('Bo Ek')
  expect(await own(bo)).toContain('You do not have a partner')
})

test('before the release nobody waits, whatever an address says', async () => {
  const { round, coordinator, people } = await aRunningRound(app)
  await app.db.deleteFrom('release').where('roundId', '=', round.id).execute()
  const { status } = await pageFor(coordinator)

  expect(await status(`/office/rounds/${round.code}/rematch/people/${people.eun.id}`)).toBe(404)
})

test('who is held back is said to be, instead of why they were left over', async () => {
  const { round, coordinator, people } = await aRunningRound(app)
  app.at('2016-03-20T09:00:00Z')
  await holdWaiting(app, coordinator, round.code, { id: people.eun.id, hold: true })
  const { get } = await pageFor(coordinator)

  const again = await get(`/office/rounds/${round.code}/rematch`)
  const reserve = await get(`/office/rounds/${round.code}/matching/reserve`)

  for (const page of [again, reserve]) {
    expect(page).toContain('A coordinator decided that they should wait for now.')
    expect(page).not.toContain('The number of people is odd.')
  }
  expect(again).toContain('End the hold or take out')
})

test.each(['editor', 'ambassador'] as const)('an %s finds no door to matching again', async (role) => {
  const person = await aPerson(app, { role, country: role === 'ambassador' ? 'BR' : undefined })
  const { round, people, pairingOf } = await aRunningRound(app)
  const { status } = await pageFor(person)
  const again = `/office/rounds/${round.code}/rematch`

  for (const path of [
    again,
    `${again}/pairs`,
    `${again}/release`,
    `${again}/pairings/${await pairingOf(people.ana)}`,
    `${again}/people/${people.eun.id}`,
  ])
    expect([path, await status(path)]).toEqual([path, 403])
})

test('the pages take as many queries for three as for one', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  const asked: [number, number][] = []
  for (const [index, gone] of [people.bo, people.chi, people.gil].entries()) {
    app.at(`2016-03-2${index}T09:00:00Z`)
    await partPairing(app, coordinator, round.code, { pairing: await pairingOf(gone), leaving: [gone.id] })
    await anApplication(app, round, { name: 'Kim Ro', country: 'PE', zone: 'America/Lima' })
    await rematch(app, round.code, coordinator)
    const one = counting(app.db)
    await rematchDesk(one.counted, coordinator, round, { now: app.now(), q: 'e' })
    const other = counting(app.db)
    await newPairsDesk(other.counted, round, app.now())
    asked.push([one.count.asked, other.count.asked])
  }

  expect(asked[2]).toEqual(asked[0])
})
