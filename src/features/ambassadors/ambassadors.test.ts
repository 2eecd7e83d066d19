import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { Conflict, Forbidden, NotFound } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aBrowser, hiddenIn, lagos } from '../calls/browser.builder.ts'
import { formPages } from '../calls/index.ts'
import { acceptInvitation, endTerm, inviteAmbassador, withdrawInvitation } from './actions/inviting.ts'
import { addContact, changeContact, writeNote } from './actions/writing.ts'
import type { ContactWish } from './contact.ts'

const app = await testApp('2016-01-20T12:00:00Z')
const site = createSite(app, await buildAssets())
const round = await aRound(app)
const before = await aRound(app, {
  ...{ code: '2015B', startsOn: '2015-08-17', endsOn: '2015-12-06' },
  ...{ applyFrom: new Date('2015-07-05T00:00:00Z'), applyUntil: new Date('2015-08-09T00:00:00Z') },
})
const coordinator = await aPerson(app, { role: 'coordinator' })
const salma = await aPerson(app, { role: 'ambassador', country: 'EG', name: 'Salma Nasser' })
const browser = (headers = {}) => aBrowser(site, app.origin, headers)
const asSalma = browser(await signedIn(app, salma))
const asCoordinator = browser(await signedIn(app, coordinator))

const wish = {
  ...{ country: 'KE', name: 'Wanjiru Otieno', email: 'wanjiru@library.example' },
  ...{ locale: 'en', endsOn: null },
}
const contact: ContactWish = {
  ...{ name: 'Library Association', kind: 'association', standing: 'planned' },
  ...{ contactedOn: null, notes: '' },
}

const linkTo = async (address: string) => {
  const emails = await app.db
    .selectFrom('outbox')
    .select('text')
    .where('toAddress', '=', address)
    .orderBy('createdAt')
    .execute()
  return /\/ambassadors\/accept\/\S+/.exec(emails.at(-1)?.text ?? '')?.[0] ?? ''
}
const journal = async (act: string) =>
  app.db.selectFrom('journal').select(['actorId', 'detail']).where('act', '=', act).execute()

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

test('whoever is invited accepts by one button, once, and sees that country from then on', async () => {
  await asCoordinator.send('/office/countries/KE/invite', {
    ...{ name: wish.name, email: wish.email, locale: 'en', endsOn: '' },
  })
  const link = await linkTo(wish.email)
  const waiting = await asCoordinator.read('/office/countries/KE')
  const page = await browser().read(link)
  const looked = await app.db.selectFrom('ambassadorInvitation').select('id').execute()
  const accepted = await (await browser().send(link, {})).text()
  const twice = await browser().send(link, {})

  expect(waiting).toContain('wanjiru@library.example')
  expect(page).toContain('Speak for Kenya')
  expect(looked).toHaveLength(1)
  expect(accepted).toContain('You speak for Kenya now')
  expect(twice.status).toBe(404)
  const person = await app.db
    .selectFrom('person')
    .innerJoin('roleGrant', 'personId', 'person.id')
    .select(['person.id', 'name', 'role', 'country', 'startsOn', 'endsOn', 'grantedBy'])
    .where('email', '=', wish.email)
    .executeTakeFirstOrThrow()
  expect(person).toMatchObject({
    ...{ name: 'Wanjiru Otieno', role: 'ambassador', country: 'KE' },
    ...{ startsOn: '2016-01-20', endsOn: null, grantedBy: coordinator.id },
  })
  const theirs = browser(await signedIn(app, person))
  expect((await theirs.ask('/office/countries/KE')).status).toBe(200)
  expect(await theirs.read('/office/countries/KE/kit')).toMatch(/localhost:3000\/go\/[2-9B-Z]{6}/)
  expect(await journal('ambassador.invited')).toEqual([
    { actorId: coordinator.id, detail: { country: 'KE' } },
  ])
})

test('a newer invitation, a withdrawn one and one after two weeks open nothing', async () => {
  const links: string[] = []
  for (const country of ['PE', 'PE', 'CL', 'BO']) {
    await inviteAmbassador(app, coordinator, { ...wish, country, email: 'luz@library.example' })
    links.push(await linkTo('luz@library.example'))
    app.at(new Date(app.now().getTime() + 1000).toISOString())
  }
  const { id } = await app.db
    .selectFrom('ambassadorInvitation')
    .select('id')
    .where('country', '=', 'CL')
    .executeTakeFirstOrThrow()
  await withdrawInvitation(app, coordinator, 'CL', id)
  const status = async (link: string | undefined) => (await browser().ask(link ?? '')).status
  const now = await Promise.all(links.map(status))
  app.at('2016-02-03T13:00:00Z')
  const later = await Promise.all(links.map(status))
  app.at('2016-01-20T12:00:00Z')

  expect(now).toEqual([404, 200, 404, 200])
  expect(later).toEqual([404, 404, 404, 404])
  await expect(withdrawInvitation(app, coordinator, 'CL', id)).rejects.toEqual(
    new NotFound('no-such-invitation'),
  )
})

test('the day of an invitation and of a note is that of the clock of whoever reads it', async () => {
  app.at('2016-01-20T12:30:00Z')
  await inviteAmbassador(app, coordinator, { ...wish, country: 'NZ', email: 'aroha@library.example' })
  await writeNote(app, coordinator, 'NZ', { body: 'Summer until February.', revision: 0 })
  app.at('2016-01-20T12:00:00Z')
  const there = await aPerson(app, { role: 'coordinator', zone: 'Pacific/Auckland' })
  const { read } = browser(await signedIn(app, there))

  const [country, notes] = [await read('/office/countries/NZ'), await read('/office/countries/NZ/notes')]

  expect(country).toContain('data-label="Invited on">21 January 2016<')
  expect(notes).toMatch(/Last saved by [^.]* on 21 January 2016\./)
})

test('of two presses at once one accepts', async () => {
  await inviteAmbassador(app, coordinator, { ...wish, country: 'UG', email: 'twice@library.example' })
  const secret = (await linkTo('twice@library.example')).split('/').at(-1) ?? ''

  const presses = await Promise.allSettled([acceptInvitation(app, secret), acceptInvitation(app, secret)])

  expect(presses.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
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

test('contacts are kept for the country, and what is wrong is said beside the field', async () => {
  const wrong = await asSalma.send('/office/countries/EG/contacts/new', {
    ...{
      name: 'Delta Library',
      kind: '',
      standing: 'asked',
      contactedOn: '',
      notes: 'Ask Amal',
      revision: '0',
    },
  })
  const page = await wrong.text()
  await asSalma.send('/office/countries/EG/contacts/new', {
    ...{ name: 'Delta Library', kind: 'academic', standing: 'asked', contactedOn: '2016-01-19' },
    ...{ notes: '', revision: '0' },
  })
  const mona = await aPerson(app, { role: 'ambassador', country: 'EG', name: 'Mona Said' })
  const shared = await browser(await signedIn(app, mona)).read('/office/countries/EG/contacts')

  expect(wrong.status).toBe(422)
  expect(page).toContain('value="Delta Library"')
  expect(page).toContain('Ask Amal')
  expect(page).toContain('Give the day on which you were in contact.')
  expect(shared).toContain('Delta Library')
  await expect(addContact(app, salma, 'PL', contact)).rejects.toEqual(new Forbidden('not-allowed'))
})

test('a library stands once in the list of a country, however often it is sent', async () => {
  const luxor = { ...contact, name: 'Luxor Library' }
  const sent = await Promise.allSettled([
    addContact(app, salma, 'EG', luxor),
    addContact(app, salma, 'EG', luxor),
  ])
  const id = await addContact(app, salma, 'EG', { ...contact, name: 'Aswan Library' })
  const again = await asSalma.send(`/office/countries/EG/contacts/${id}`, {
    ...{
      name: 'luxor library',
      kind: 'public',
      standing: 'planned',
      contactedOn: '',
      notes: '',
      revision: '1',
    },
  })

  expect(sent.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('One of this name is on the list already.')
  expect(await addContact(app, coordinator, 'PL', luxor)).toMatch(/^[0-9a-f-]{36}$/)
})

test('two who write at once do not overwrite each other', async () => {
  const id = await addContact(app, salma, 'EG', contact)
  await changeContact(app, salma, 'EG', { ...contact, id, revision: 1, notes: 'Mine' })
  const late = changeContact(app, coordinator, 'EG', { ...contact, id, revision: 1, notes: 'Late' })
  await expect(late).rejects.toEqual(new Conflict('changed-meanwhile'))

  await writeNote(app, salma, 'EG', { body: 'Exams in June.', revision: 0 })
  const again = await asCoordinator.send('/office/countries/EG/notes', {
    body: 'Holidays in May.',
    revision: '0',
  })
  const page = await again.text()

  expect(again.status).toBe(422)
  expect(page).toContain('Holidays in May.')
  expect(page).toContain('Exams in June.')
  expect(page).toContain('name="revision" value="1"')
})

test('the report says what was done and what came of it, on a page and in a file', async () => {
  const page = await asSalma.read('/office/countries/EG/report')
  const file = await asSalma.ask('/office/countries/EG/report.pdf')
  const bytes = Buffer.from(await file.arrayBuffer())

  expect(page).toContain('Egypt: activity report, Round 2016A')
  expect(page).toContain('Delta Library')
  expect(page).not.toMatch(/Hidden/)
  expect(file.headers.get('Content-Type')).toBe('application/pdf')
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.toString('latin1')).toContain('pdfuaid')
})
