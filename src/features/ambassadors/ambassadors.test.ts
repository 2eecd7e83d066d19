import { expect, test } from 'vitest'
import { anAmbassador, wish } from '../../../test/ambassadors/an-ambassador.ts'
import { anApplication, aPerson } from '../../../test/builders.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { Forbidden, NotFound } from '../../platform/refusals.ts'
import { hiddenIn, lagos } from '../calls/browser.builder.ts'
import { formPages } from '../calls/index.ts'
import { endTerm, inviteAmbassador } from './actions/inviting.ts'

const { app, round, before, coordinator, salma, browser, asSalma, asCoordinator } = await anAmbassador()

test('an ambassador sees the numbers of the own country in steps of five, and nobody’s name or answer', async () => {
  for (let i = 0; i < 7; i++)
    await anApplication(app, round, { name: `Hala Hidden ${i}`, country: 'EG', languages: ['en', 'ar'] })
  for (let i = 0; i < 11; i++)
    await anApplication(app, before, {
      ...{ name: `Nour Hidden ${i}`, country: 'EG' },
      submittedAt: new Date('2015-07-06T00:00:00Z'),
    })
  await anApplication(app, round, { name: 'Sol Hidden', country: 'PL', workplace: 'Kraków' })

  const page = await asSalma.read('/office/countries/EG')

  expect(page).toContain('<dt>applied</dt><dd>5–9</dd>')
  expect(page).toContain('Arabic: 5–9 and English: 5–9')
  expect(page).toContain('Sent by then in Round 2015B')
  expect(page).toContain('10–14')
  expect(page).not.toMatch(/Hidden|Kraków|Poland|library\.example/)
})

test.each(['', '/kit', '/contacts', '/contacts/new', '/notes', '/report', '/report.pdf'])(
  'another country’s page %s is not there for an ambassador, and an editor finds every door closed',
  async (page) => {
    const editor = browser(await signedIn(app, await aPerson(app, { role: 'editor' })))

    expect((await asSalma.ask(`/office/countries/PL${page}`)).status).toBe(404)
    expect((await editor.ask(`/office/countries/EG${page}`)).status).toBe(403)
    expect((await asCoordinator.ask(`/office/countries/XX${page}`)).status).toBe(404)
  },
)

test('an ambassador is led to the own country, and asks nobody to be one', async () => {
  const list = await asSalma.ask('/office/countries')
  const invite = await asSalma.ask('/office/countries/EG/invite')

  expect(list.headers.get('Location')).toBe('/office/countries/EG')
  expect(invite.status).toBe(403)
  await expect(inviteAmbassador(app, salma, { ...wish, country: 'EG' })).rejects.toEqual(
    new Forbidden('not-allowed'),
  )
  await expect(endTerm(app, salma, 'EG', 'x')).rejects.toEqual(new Forbidden('not-allowed'))
})

test('coordinators see where nobody applies and who speaks for whom, by need', async () => {
  const page = await asCoordinator.read('/office/countries')
  const named = [...page.matchAll(/<a href="\/office\/countries\/(\w\w)">[^<]+<\/a><\/th>/g)].map(
    ([, code]) => code,
  )

  expect(named).toEqual(['EG', 'PL'])
  expect(page).toContain('One country has fewer than by this time of the last call')
  expect(page).toContain('<bdi>Salma Nasser</bdi>')
  expect(page).toContain('href="/office/countries/PL/invite"')
  expect(page).toContain('248 other countries')
})

test('a term that is ended closes every page of the country at once', async () => {
  const omar = await aPerson(app, { role: 'ambassador', country: 'MA', name: 'Omar Idrissi' })
  const theirs = browser(await signedIn(app, omar))
  const { id } = await app.db
    .selectFrom('roleGrant')
    .select('id')
    .where('personId', '=', omar.id)
    .executeTakeFirstOrThrow()
  const opened = await theirs.ask('/office/countries/MA')
  await expect(endTerm(app, coordinator, 'EG', id)).rejects.toEqual(new NotFound('no-such-grant'))
  await asCoordinator.send(`/office/countries/MA/ambassadors/${id}/end`, {})

  expect(opened.status).toBe(200)
  expect((await theirs.ask('/office/countries/MA')).headers.get('Location')).toContain('/sign-in')
  const again = browser(await signedIn(app, omar))
  expect((await again.ask('/office/countries/MA')).status).toBe(403)
})

test('a term that ends soon and that nobody follows is told to coordinators, and to whom it is', async () => {
  const lina = await aPerson(app, { role: 'ambassador', country: 'LB', name: 'Lina Khoury' })
  await app.db
    .updateTable('roleGrant')
    .set({ endsOn: '2016-02-10' })
    .where('personId', '=', lina.id)
    .execute()

  const theirs = await browser(await signedIn(app, lina)).read('/office')

  expect(await asCoordinator.read('/office')).toContain('The term of Lina Khoury for Lebanon ends on')
  expect(theirs).toContain('Your term for Lebanon ends on 10 February 2016.')
  expect(theirs).toContain('href="/office/countries/LB/notes"')
  await app.db
    .updateTable('roleGrant')
    .set({ endsOn: '2016-01-10' })
    .where('personId', '=', lina.id)
    .execute()
  expect(await asCoordinator.read('/office')).toContain(
    'The term of Lina Khoury for Lebanon ended on 10 January 2016, and nobody speaks for the country now.',
  )
  await aPerson(app, { role: 'ambassador', country: 'LB' })
  expect(await asCoordinator.read('/office')).not.toContain('Lina Khoury for Lebanon')
})

test('what is passed on stands in each language, with the deadline on the reader’s clock and the picture of the call', async () => {
  const nadia = await aPerson(app, { role: 'ambassador', country: 'EG', zone: 'Africa/Cairo' })
  await asSalma.send('/office/countries/EG/kit/shorten', {})

  const page = await browser(await signedIn(app, nadia)).read('/office/countries/EG/kit')

  expect(page).toContain('16 February 2016 at 14:00 EET (16 February 2016 at 12:00 UTC)')
  expect(page).toMatch(/<textarea id="list-ar" rows="\d+" readonly="" lang="ar" dir="rtl">/)
  expect(page).toMatch(/<textarea id="short-es"[^>]*>[^<]+localhost:3000\/go\/[2-9B-Z]{6}<\/textarea>/)
  expect(page).toMatch(/<img src="\/rounds\/2016A\/card\/ar\.png\?v=/)
})

test('no page of an ambassador says that people can apply while the network is paused', async () => {
  await asSalma.send('/office/countries/EG/kit/shorten', {})
  const pages = ['/office', '/office/countries/EG', '/office/countries/EG/kit']
  const read = () => Promise.all(pages.map((page) => asSalma.read(page)))
  const open = await read()
  await app.db.insertInto('networkPause').values({ pausedAt: app.now(), pausedBy: coordinator.id }).execute()

  const paused = await read()
  await app.db.deleteFrom('networkPause').execute()

  for (const page of open) expect(page).toMatch(/applications close on|16 February 2016/)
  for (const page of paused) expect(page).not.toMatch(/applications close on|16 February 2016/)
  for (const page of paused) expect(page).toContain('Egypt')
  expect(paused.at(-1)).not.toContain('No call is open or announced')
})

test('the short address leads to the open call and counts visits, not programs that only look', async () => {
  await asSalma.send('/office/countries/EG/kit/shorten', {})
  await asSalma.send('/office/countries/EG/kit/shorten', {})
  const rows = await app.db.selectFrom('shortAddress').selectAll().where('country', '=', 'EG').execute()
  const [{ code } = { code: '' }] = rows
  const visit = (init: RequestInit = {}, path = `/go/${code}`) => browser().ask(path, init)
  const first = await visit()
  await visit({}, `/go/${code.toLowerCase()}`)
  await visit({ method: 'HEAD' })
  await visit({ headers: { 'Sec-Purpose': 'prefetch;prerender' } })

  expect(rows).toHaveLength(1)
  expect(first.headers.get('Location')).toBe(`/rounds/2016A?via=${code}`)
  expect(first.headers.get('Set-Cookie')).toBeNull()
  expect((await visit({}, '/go/BBBBBB')).status).toBe(404)
  expect(await app.db.selectFrom('shortAddressDay').selectAll().execute()).toEqual([
    { code, onDay: '2016-01-20', visits: 2, applications: 0 },
  ])
})

test('an application that began with a short address is counted once, when it is sent, and forgets where it came from', async () => {
  const { code } = await app.db
    .selectFrom('shortAddress')
    .select('code')
    .where('country', '=', 'EG')
    .executeTakeFirstOrThrow()
  const reader = browser()
  const call = await reader.read(`/rounds/2016A?via=${code}`)
  const begin = await reader.ask(`/rounds/2016A/apply?via=${code}`)
  for (const page of formPages) {
    const path = `/rounds/2016A/apply/${page}`
    const shown = await reader.read(page === 'you' ? `${path}?via=${code}` : path)
    await reader.send(`${path}/save`, { ...hiddenIn(shown), ...lagos[page] })
  }
  const drafts = () => app.db.selectFrom('applicationDraft').select('via').execute()
  const begun = await drafts()
  const send = () => reader.send('/rounds/2016A/apply/send', { acceptsCode: ['2026-11-27'] })
  await send()
  app.at('2016-01-21T12:00:00Z')
  await send()
  app.at('2016-01-20T12:00:00Z')

  expect(call).toContain(`href="/rounds/2016A/apply?via=${code}"`)
  expect(begin.headers.get('Location')).toBe(`/rounds/2016A/apply/you?via=${code}`)
  expect([begun, await drafts()]).toEqual([[{ via: code }], [{ via: null }]])
  const counted = await app.db.selectFrom('shortAddressDay').select(['applications', 'onDay']).execute()
  expect(counted).toEqual([{ applications: 1, onDay: '2016-01-20' }])
})
