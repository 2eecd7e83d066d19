import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { counting, queuedMail, testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { matchingDesk } from '../../scenarios/queries/desk.ts'
import { pairsPage } from '../../scenarios/queries/pairs.ts'
import { proposalOfRound } from '../../scenarios/queries/scenarios.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const site = createSite(app, await buildAssets())
const coordinator = await aPerson(app, { role: 'coordinator', name: 'Cora Lind' })
const headers = await signedIn(app, coordinator)
const round = await aRound(app)
const desk = '/office/rounds/2016A/matching'

/** Without scripts a page with a run comes again by itself. */
const comesAgain = '<noscript><meta http-equiv="refresh" content="5"/></noscript>'

const get = async (path: string, as = headers) => (await site.request(path, { headers: as })).text()
const post = (path: string, fields: Record<string, string> = {}, as = headers) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return site.request(path, { method: 'POST', body, headers: as })
}

test('the desk says what to do first when nobody is accepted yet', async () => {
  expect(await get(desk)).toContain('Nobody to match yet')
  expect(await get('/office/rounds/2016A/release')).toContain('Nothing to release yet')
  expect(await get(`${desk}/lab`)).toContain('Nobody to match yet')
  const reserve = await get(`${desk}/reserve`)
  expect(reserve).toContain('No proposal yet')
  expect(reserve).not.toContain('Everyone who was accepted has a partner')
})

test('a coordinator matches, reviews, pins, rehearses and releases', async () => {
  const ana = await anApplication(app, round, {
    name: '<b>Ana</b> Luz',
    country: 'BR',
    zone: 'America/Sao_Paulo',
    sharesEmail: false,
  })
  await anApplication(app, round, {
    name: 'Bo Ek',
    country: 'SE',
    sharesEmail: false,
    zone: 'Europe/Stockholm',
    sector: 'school',
  })
  await anApplication(app, round, {
    name: 'Chi Eze',
    country: 'NG',
    sharesEmail: false,
    zone: 'Africa/Lagos',
  })

  expect(await get(desk)).toContain('Match 3 people')
  const started = await post(`${desk}/run`)
  expect([started.status, started.headers.get('Location')]).toEqual([303, desk])
  const waiting = await get(desk)
  expect(waiting).toContain('waiting for its turn')
  expect(waiting).toContain(comesAgain)
  await app.runJobs()

  const page = await get(desk)
  expect(page).toContain('One pair')
  expect(page).not.toContain(comesAgain)
  const pair = /matching\/pairs\/[0-9a-f-]{36}/.exec(page)?.[0] ?? ''
  const opened = await get(`/office/rounds/2016A/${pair}`)
  expect(opened).toMatch(/They can both talk \d\d:\d\d–\d\d:\d\d UTC/)
  expect((await post(`/office/rounds/2016A/${pair}/pin`)).status).toBe(303)
  expect(await get(`/office/rounds/2016A/${pair}`)).toContain('pinned')
  expect(await get(`${desk}/reserve`)).toContain('The number of people is odd.')
  expect(await get(`${desk}/rules`)).toContain('>Pin<')

  const mail = await get(`${desk}/people/${ana.id}/mail`)
  expect(mail).not.toContain('<b>Ana')
  expect((await post('/office/rounds/2016A/release/rehearse')).status).toBe(303)
  expect((await queuedMail(app)).map(({ to }) => to)).toEqual(expect.arrayContaining([coordinator.email]))
  await app.db.deleteFrom('outbox').execute()

  const unanswered = { acceptedAt: null, email: 'not-an-address' }
  await anApplication(app, round, { ...unanswered, name: 'Zoe Waiting' })
  const [above = '', below = ''] = (await get('/office/rounds/2016A/release')).split('type="checkbox"')
  expect(above).toContain('One application has no place yet')
  expect(above).toContain('One still has to be cleaned')
  expect(above).toContain('Zoe Waiting')
  expect(below).toContain('Release 2 introductions')
  const unticked = await post('/office/rounds/2016A/release', { scenario: '1' })
  expect([unticked.status, await unticked.text()]).toEqual([
    422,
    expect.stringContaining('Tick the box to say that you have looked at this proposal.'),
  ])
  expect(await queuedMail(app)).toEqual([])
  const released = await post('/office/rounds/2016A/release', { scenario: '1', agreed: 'yes' })
  const again = await post('/office/rounds/2016A/release', { scenario: '1', agreed: 'yes' })
  expect([released.status, again.status]).toEqual([303, 409])
  expect(await again.text()).toContain('already been released')
  expect((await queuedMail(app)).filter(({ subject }) => !subject.startsWith('['))).toHaveLength(3)
  expect(await get('/office/rounds/2016A/release')).toContain('0 of 3')
})

test('a participant sees their partner after the release, and nobody else does', async () => {
  const { own, partner } = await aReleasedPair()
  const stranger = await aPerson(app, { name: 'Eve Doe' })

  const page = await get('/me/partner', await signedIn(app, own))

  expect(page).toContain('How to reach')
  expect(page).toContain('answer the email that introduced you')
  expect(page).not.toContain('answer this email')
  expect(page).not.toContain(partner.email)
  expect(await get('/me/partner', await signedIn(app, stranger))).toContain('You do not have a partner')
  const visitor = await site.request('/me/partner')
  expect([visitor.status, visitor.headers.get('Location')]).toEqual([303, '/sign-in?next=%2Fme%2Fpartner'])
})

test('a note that says nothing comes back with words beside it; one that does is passed on', async () => {
  const { own, partner, pairingId } = await aReleasedPair()
  const as = await signedIn(app, own)
  const note = { pairing: pairingId, to: partner.applicationId }

  const empty = await post('/me/partner/pass-on', { ...note, note: ' ' }, as)
  expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Please fill this in.')])
  expect((await post('/me/partner/pass-on', { ...note, note: 'Hello' }, as)).status).toBe(303)

  const sent = (await queuedMail(app)).filter(({ to }) => to === partner.email)
  expect(sent.map(({ subject }) => subject)).toContainEqual(expect.stringContaining('A note from'))
})

/** The two of the one pairing there is. */
async function aReleasedPair() {
  const members = await app.db
    .selectFrom('pairingMember')
    .innerJoin('person', 'person.id', 'personId')
    .select(['person.id', 'person.email', 'applicationId', 'pairingId'])
    .orderBy('applicationId')
    .execute()
  const [own, partner] = members
  if (!own || !partner) throw new Error('nobody was paired')
  return { own, partner, pairingId: own.pairingId }
}

test.each(['editor', 'ambassador'] as const)('an %s finds no door to the desk', async (role) => {
  const person = await aPerson(app, { role, country: role === 'ambassador' ? 'BR' : undefined })
  const as = await signedIn(app, person)

  for (const path of [
    desk,
    `${desk}/reserve`,
    `${desk}/rules`,
    '/office/rounds/2016A/release',
    `${desk}/pairings.csv`,
  ])
    expect([path, (await site.request(path, { headers: as })).status]).toEqual([path, 403])
})

test('the spreadsheet of the pairings is a download for coordinators', async () => {
  const answer = await site.request(`${desk}/pairings.csv`, { headers })

  expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="pairings-2016A.csv"')
  expect((await answer.text()).split('\r\n')[0]).toContain('"round","state","pairing","score","name_1"')
})

test('a page of pairs takes as many queries for three pairs as for one', async () => {
  const other = await aRound(app, { code: '2016B' })
  const asked: number[] = []
  for (const people of [2, 4]) {
    for (let i = 0; i < people; i++)
      await anApplication(app, other, { name: `P ${people}${i}`, country: ['AU', 'BR', 'CA', 'DE'][i] })
    await post('/office/rounds/2016B/matching/run')
    await app.runJobs()
    const { count, counted } = counting(app.db)
    await matchingDesk(counted, other, app.now(), { page: 1 })
    asked.push(count.asked)
  }

  const { id } = await proposalOfRound(app.db, other.id)
  expect((await pairsPage(app.db, id, { page: 1 })).total).toBe(3)
  expect(asked[1]).toBe(asked[0])
})

test('filters in the address narrow the list', async () => {
  const other = await app.db
    .selectFrom('round')
    .selectAll()
    .where('code', '=', '2016B')
    .executeTakeFirstOrThrow()
  const { id } = await proposalOfRound(app.db, other.id)
  const found = async (filter: { country?: string; sector?: string; name?: string }) =>
    (await pairsPage(app.db, id, { page: 1, ...filter })).total

  expect(
    await Promise.all([found({ country: 'CA' }), found({ sector: 'public' }), found({ sector: 'lis' })]),
  ).toEqual([1, 3, 0])
  const [{ name = '' } = {}] = (await pairsPage(app.db, id, { page: 1 })).pairs[0]?.members ?? []
  expect(await Promise.all([found({ name: name.toUpperCase() }), found({ name: '%' })])).toEqual([1, 0])
})

test('an address with something else than an id leads nowhere, and nothing breaks', async () => {
  const answer = async (answered: Response | Promise<Response>) => (await answered).status

  expect(await answer(site.request(`${desk}/pairs/nonsense`, { headers }))).toBe(404)
  expect(await answer(site.request(`${desk}/people/nonsense/mail`, { headers }))).toBe(404)
  expect(await answer(site.request(`${desk}/people/nonsense/mail.html`, { headers }))).toBe(404)
  expect(await answer(post(`${desk}/pairs/nonsense/unban`))).toBe(404)
})
