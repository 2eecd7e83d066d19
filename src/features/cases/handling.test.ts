import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { Conflict, Forbidden, NotFound } from '../../platform/refusals.ts'
import { aBrowser } from '../calls/browser.builder.ts'
import { assignCase, closeCase, noteCase, openCase, waitCase } from './actions/handling.ts'
import { aRoundWithCases } from './case.builder.ts'
import { caseMatters } from './queries/matters.ts'
import { findCases } from './queries/named.ts'
import { casesFor } from './queries/queue.ts'

const { app, site, running, code, at, asked, say, cases, numberOf, eventsIn } = await aRoundWithCases()

test('coordinators hand over, put off and close; nobody else sees or does anything', async () => {
  await asked()
  await say(running().people.fay, 'help', 'Please.')
  await at('2016-03-04T15:13:00Z')
  const number = await numberOf('help')
  const { coordinator } = running()
  const other = await aPerson(app, { role: 'coordinator', name: 'Dan Roe' })
  const editor = await aPerson(app, { role: 'editor' })

  await assignCase(app, coordinator, number, { ownerId: other.id, body: 'You know her.' })
  await waitCase(app, coordinator, number, { until: '2016-03-20' })
  await expect(waitCase(app, coordinator, number, { until: '2016-03-04' })).rejects.toEqual(
    new Conflict('day-past'),
  )
  await expect(assignCase(app, coordinator, number, { ownerId: editor.id })).rejects.toEqual(
    new Conflict('not-for-them'),
  )
  await expect(noteCase(app, editor, number, 'Hm.')).rejects.toEqual(new Forbidden('not-allowed'))

  const [open] = await cases()
  expect([open?.ownerId, open?.dueAt]).toEqual([other.id, new Date('2016-03-20T00:00:00Z')])
  await closeCase(app, other, number, { outcome: 'in-touch', body: 'She found them.' })
  await expect(noteCase(app, coordinator, number, 'More.')).rejects.toEqual(new Conflict('case-closed'))
  await expect(noteCase(app, coordinator, 99_999, 'More.')).rejects.toEqual(new NotFound('no-such-case'))
  expect(await caseMatters(app.db, editor, app.now())).toEqual([])
})

test('a coordinator who takes part does not see the case about their own pair', async () => {
  await asked()
  const { chi, dev } = running().people
  await say(chi, 'help', 'Please.')
  await at('2016-03-04T15:13:00Z')
  const number = await numberOf('help')
  await app.db
    .insertInto('roleGrant')
    .values({ personId: dev.person.id, role: 'coordinator', startsOn: '2013-01-01', createdAt: app.now() })
    .execute()
  const asCoordinator = { ...dev.person, roles: new Set(['coordinator'] as const) }
  const headers = await signedIn(app, dev.person)
  const browser = aBrowser(site, app.origin, headers)

  expect((await casesFor(app.db, asCoordinator, { view: 'open', now: app.now() }, 1)).lines).toEqual([])
  expect(await findCases(app.db, asCoordinator, { text: 'Chi', limit: 5, now: app.now() })).toEqual([])
  expect((await browser.ask(`/office/cases/${number}`)).status).toBe(404)
  await expect(assignCase(app, running().coordinator, number, { ownerId: dev.person.id })).rejects.toEqual(
    new Conflict('not-for-them'),
  )
  expect(await browser.read('/office/cases')).toContain('about a pair of your own')
})

test('from the numbers of the round over its list and the person to the case, and every form comes back', async () => {
  await asked()
  await say(running().people.fay, 'help', 'My emails come back.')
  await at('2016-03-08T14:13:00Z')
  const number = await numberOf('help')
  const browser = aBrowser(site, app.origin, await signedIn(app, running().coordinator))
  const path = `/office/cases/${number}`

  const list = await browser.read(`/office/rounds/${code()}/weeks/help`)
  const person = await browser.read(`/office/rounds/${code()}/weeks/people/${running().people.fay.id}`)
  const page = await browser.read(path)
  const empty = await browser.send(`${path}/note`, { body: ' ' })
  const noOutcome = await browser.send(`${path}/close`, { note: 'A long story.' })
  const past = await browser.send(`${path}/wait`, { until: '2016-03-01', note: '' })
  const part = await browser.send(`${path}/part`, {})
  const noted = await browser.send(`${path}/note`, { body: 'Wrote to Fay.' })
  await browser.send(`${path}/take`, {})
  const after = await browser.read(path)
  const desk = await browser.read('/office')
  await browser.send(`${path}/close`, { outcome: 'in-touch', note: '' })

  expect(list).toContain(`href="${path}"`)
  expect(person).toContain(`href="${path}"`)
  expect(page).toContain('asked for help.')
  expect([empty.status, noOutcome.status, past.status, part.status, noted.status]).toEqual([
    ...[422, 422, 422, 422, 303],
  ])
  expect(await noOutcome.text()).toContain('A long story.')
  expect(after).toContain('Wrote to Fay.')
  expect(desk).toContain('/office/cases?view=nobody')
  expect(await browser.read('/office/cases?view=closed')).toContain('Fay Gray')
})

test('two at once on one case: who comes second reads what became of it, and loses nothing that they typed', async () => {
  await asked()
  await say(running().people.fay, 'help', 'My emails come back.')
  await at('2016-03-08T14:13:00Z')
  const path = `/office/cases/${await numberOf('help')}`
  const second = await aPerson(app, { role: 'coordinator', name: 'Nadia Ro' })
  const [one, two] = [
    aBrowser(site, app.origin, await signedIn(app, running().coordinator)),
    aBrowser(site, app.origin, await signedIn(app, second)),
  ]
  await one.send(`${path}/take`, { from: 'nobody' })
  await two.send(`${path}/take`, { from: 'nobody' })
  const taken = await two.read(path)
  const unfit = await one.send(`${path}/close`, { outcome: 'spoken-to', note: 'A long story.' })
  await two.send(`${path}/take`, { from: running().coordinator.id })
  const over = await two.read(path)
  await two.send(`${path}/close`, { outcome: 'in-touch', note: '' })

  const late = await one.send(`${path}/note`, { body: 'Wrote to Fay <today>.' })

  expect(taken).toContain('Somebody else has taken over this case in the meantime.')
  expect(taken).toMatch(/Looked after by<\/dt><dd>[^/]*Cora Lind/)
  expect(over).toMatch(/Looked after by<\/dt><dd>[^/]*Nadia Ro/)
  expect([unfit.status, late.status]).toEqual([422, 409])
  const [unfitPage, latePage] = [await unfit.text(), await late.text()]
  expect(unfitPage).toContain('Choose what became of it.')
  expect(unfitPage).toContain('A long story.')
  expect(latePage).toContain('This case has been closed in the meantime.')
  expect(latePage).toContain('Wrote to Fay &lt;today&gt;.')
})

test('a coordinator opens a case by hand for somebody in a pair, and looks after it', async () => {
  const { chi } = running().people
  app.at('2016-03-03T12:00:00Z')
  const number = await openCase(app, running().coordinator, code(), { id: chi.id, body: 'She phoned.' })

  const [one] = await cases()
  expect([one?.kind, one?.givenName, one?.ownerId]).toEqual(['help', 'Chi', running().coordinator.id])
  expect((await eventsIn(number)).map(({ kind }) => kind)).toEqual(['fact', 'noted', 'assigned'])
  await expect(openCase(app, chi.person, code(), { id: chi.id, body: 'x' })).rejects.toThrow(Forbidden)
})

test('a list of cases takes the same number of queries with one as with three', async () => {
  await asked()
  await at('2016-03-08T14:13:00Z')
  const asked_ = { view: 'open' as const, now: app.now() }

  expect((await casesFor(app.db, running().coordinator, asked_, 1)).lines).toHaveLength(3)
  expect((await casesFor(app.db, running().coordinator, asked_, 2)).lines).toHaveLength(0)
})
