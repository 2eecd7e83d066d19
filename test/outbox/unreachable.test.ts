import { expect, test } from 'vitest'
import { acceptedEmail } from '../../src/features/applications/emails.ts'
import { unreachableIn } from '../../src/features/applications/index.ts'
import { terminal } from '../../src/features/people/index.ts'
import { runScenario } from '../../src/features/scenarios/actions/run.ts'
import { openScenario } from '../../src/features/scenarios/index.ts'
import { drainOutbox, openCampaign, receive, returnAddress, sendOnce } from '../../src/platform/mail/index.ts'
import { buildAssets } from '../../src/web/assets.ts'
import { createSite } from '../../src/web/site.tsx'
import { aNetwork, anApplication, aPerson, aRound } from '../builders.ts'
import { commandNamed, counting, testApp } from '../harness.ts'
import { signedIn } from '../signed-in.ts'

const app = await testApp('2016-02-20T12:00:00Z', { BOUNCE_ADDRESS: 'mail@network.example' })
const site = createSite(app, await buildAssets())
const cora = await aPerson(app, { role: 'coordinator', name: 'Cora Lind' })
let headers = await signedIn(app, cora)
const mem = await aPerson(app, { name: 'Mem Ber' })
let member = await signedIn(app, mem)

const get = async (path: string, as = headers) => (await site.request(path, { headers: as })).text()
const post = (path: string, fields: Record<string, string>, as: Record<string, string> = headers) =>
  site.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { ...as, 'Content-Type': 'application/x-www-form-urlencoded' },
  })

const round = await aRound(app)
const page = '/office/rounds/2016A/applications/unreachable'
const ana = await anApplication(app, round, { name: 'Ana <Silva>', country: 'PT' })
await anApplication(app, round, { name: 'Bo Ek', country: 'SE' })
const to = { ...ana.person, applicationId: ana.id, personId: ana.person.id, givenName: 'Ana' }

/** Queues “you are in” to Ana. @returns its id */
async function tellAna(key: string): Promise<string> {
  await app.db.transaction().execute(async (tx) => {
    const known = await tx.selectFrom('mailCampaign').select('id').executeTakeFirst()
    const campaign = { key: `answers:${round.id}`, kind: 'answers', roundId: round.id, createdBy: null }
    const campaignId = known?.id ?? (await openCampaign(app, tx, campaign))
    await sendOnce(app, tx, key, acceptedEmail(to, { round, network: aNetwork(), campaignId }))
  })
  const { id } = await app.db
    .selectFrom('outbox')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return id
}

const back = (id: string, said: string, status: string) =>
  Buffer.from(
    `To: ${returnAddress(app, { purpose: 'b', id })}\r\nX-Of: ${id}\r\nContent-Type: multipart/report; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; ${ana.person.email}\r\nAction: failed\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; ${said}\r\n\r\n--x--\r\n`,
  )

const release = () =>
  commandNamed('match release').run(app, {
    args: [],
    options: { round: '2016A' },
    switches: new Set(),
    lists: {},
  })

test('before a release it is said which “you are in” has not gone, and whom emails do not reach', async () => {
  const { id: scenarioId } = await openScenario(app, terminal, '2016A')
  await runScenario(app, scenarioId)
  const first = await tellAna('accepted:1')
  const [waiting, asked] = [await get('/office/rounds/2016A/release'), release()]
  await expect(asked).rejects.toMatchObject({
    code: 'confirm-release',
    args: { unanswered: expect.stringContaining('1 emails that say “you are in” have not left yet') },
  })

  await drainOutbox(app)
  const sent = await get('/office/rounds/2016A/release')
  await receive(app, back(first, '550 5.1.1 no such user', '5.1.1'))

  const [after, desk] = [await get('/office/rounds/2016A/release'), await get('/office')]
  expect(waiting).toContain('One answer has not been sent yet')
  expect(sent).not.toMatch(/not been sent yet|do not reach/)
  expect(after).toContain('Emails do not reach one person of this round')
  expect(after).toContain('Ana &lt;Silva&gt;')
  expect(desk).toContain(`href="${page}"`)
  await expect(release()).rejects.toMatchObject({
    args: { unanswered: expect.stringContaining(`Ana <Silva> <${ana.person.email}>`) },
  })
})

test('the list, the application and the person’s page say why, and what to do next', async () => {
  const [list, application, person] = [
    await get(page),
    await get(`/office/rounds/2016A/applications/${ana.id}`),
    await get(`/office/people/${ana.person.id}`),
  ]

  expect(list).toContain(`/office/rounds/2016A/applications/${ana.id}`)
  expect(list).not.toContain('Bo Ek')
  for (const text of [list, application, person]) expect(text).toContain('There is no such address')
  expect(application).toContain('550 5.1.1 no such user')
  expect(application).toContain(`href="/office/people/${ana.person.id}"`)
  expect((await site.request(page, { headers: member })).status).toBe(403)
})

test('an address that is corrected is no matter any more, and one that is tried again is written to', async () => {
  const people = async () => (await unreachableIn(app.db, round.id)).map(({ id }) => id)
  const rename = (email: string) =>
    app.db.updateTable('person').set({ email }).where('id', '=', ana.person.id).execute()
  await rename('ana@new.example')
  const corrected = await people()
  await rename(ana.person.email)
  const again = await people()

  const tries = { address: ana.person.email, back: `/office/rounds/2016A/applications/${ana.id}` }
  const denied = await post('/office/mail/addresses/try', tries, member)
  const tried = await post('/office/mail/addresses/try', tries)

  expect([corrected, again]).toEqual([[], [ana.id]])
  expect([denied.status, tried.status, tried.headers.get('Location')]).toEqual([403, 303, tries.back])
  expect(await people()).toEqual([])
})

test('whoever uses a link that was sent to an address shows that emails arrive there', async () => {
  for (const day of [21, 22, 23]) {
    app.at(`2016-02-${day}T12:00:00Z`)
    const id = await tellAna(`accepted:${day}`)
    await drainOutbox(app)
    await receive(app, back(id, '552 5.2.2 mailbox full', '5.2.2'))
  }
  headers = await signedIn(app, cora)
  member = await signedIn(app, mem)
  const full = await get(`/office/people/${ana.person.id}`)

  await post('/sign-in', { email: ana.person.email, next: '' }, { 'Sec-Fetch-Site': 'same-origin' })
  await app.runJobs()
  const { text } = await app.db
    .selectFrom('outbox')
    .select('text')
    .where('kind', '=', 'sign-in')
    .executeTakeFirstOrThrow()
  const link = new URL(/http:\S+/.exec(text)?.[0] ?? '').pathname
  await site.request(link)
  const looked = await unreachableIn(app.db, round.id)
  const used = await post(link, { next: '' }, { 'Sec-Fetch-Site': 'same-origin' })

  expect(full).toContain('is full: emails came back on several days')
  expect([looked.length, used.status]).toEqual([1, 303])
  expect(await unreachableIn(app.db, round.id)).toEqual([])
})

test('a letter is read and settled once, by coordinators alone; refusals are a matter of directors', async () => {
  const id = await tellAna('accepted:letter')
  await drainOutbox(app)
  const address = returnAddress(app, { purpose: 'b', id })
  const letter = (subject: string) =>
    Buffer.from(`From: Ana <a@b.example>\r\nTo: ${address}\r\nSubject: ${subject}\r\n\r\n<b>Hello</b>\r\n`)
  await receive(app, letter('One'))
  await receive(app, back(id, '554 5.7.1 blocked', '5.7.1'))
  const director = await signedIn(app, await aPerson(app, { role: 'director', name: 'Dot Reyes' }))
  const [inbound, one] = [await get('/office/mail/inbound'), await get(`/office/mail/${id}`)]
  const desks = [await get('/office'), await get('/office', director)]
  const { counted, count } = counting(app.db)
  const site3 = createSite({ ...app, db: counted }, await buildAssets())
  // What a site looks up once is left out.
  await site3.request('/office/mail/inbound', { headers })
  count.asked = 0
  await site3.request('/office/mail/inbound', { headers })
  const asked = count.asked
  await receive(app, letter('Two'))
  await receive(app, letter('Three'))
  count.asked = 0
  await site3.request('/office/mail/inbound', { headers })

  const kept = await app.db
    .selectFrom('inboundMail')
    .select('id')
    .where('subject', '=', 'One')
    .executeTakeFirst()
  const settle = `/office/mail/inbound/${kept?.id}/settle`
  const denied = await post(settle, {}, member)
  const did = [
    await post(settle, {}),
    await post(settle, {}),
    await post('/office/mail/inbound/x/settle', {}),
  ]

  expect(inbound).toContain('&lt;b&gt;Hello&lt;/b&gt;')
  expect(inbound).toContain('href="mailto:a%40b.example?subject=One"')
  expect(one).toContain('Refused from us')
  expect(desks.map((desk) => desk.includes('refused because of how we send'))).toEqual([false, true])
  expect(desks.map((desk) => desk.includes('One letter came in'))).toEqual([true, true])
  expect(count.asked).toBe(asked)
  expect([denied, ...did].map(({ status }) => status)).toEqual([403, 303, 303, 404])
  expect(await get('/office/mail/inbound')).not.toContain('>One<')
  const noted = await app.db
    .selectFrom('journal')
    .select('act')
    .where('act', '=', 'mail.letter-settled')
    .execute()
  expect(noted).toHaveLength(1)
})
