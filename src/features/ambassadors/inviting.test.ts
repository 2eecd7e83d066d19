import { expect, test } from 'vitest'
import { anAmbassador, wish } from '../../../test/ambassadors/an-ambassador.ts'
import { aPerson } from '../../../test/builders.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { NotFound } from '../../platform/refusals.ts'
import { acceptInvitation, inviteAmbassador, withdrawInvitation } from './actions/inviting.ts'
import { writeNote } from './actions/writing.ts'

const { app, coordinator, browser, asCoordinator } = await anAmbassador()

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
    app.at(new Date(app.now().getTime() + 60_000).toISOString())
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
    new NotFound('no-open-invitation'),
  )
})

test('a button that was pressed twice invites once; what was corrected goes again', async () => {
  const invite = async (locale: string) => {
    app.at(new Date(app.now().getTime() + 1_000).toISOString())
    await inviteAmbassador(app, coordinator, { ...wish, country: 'UY', email: 'ida@library.example', locale })
    return linkTo('ida@library.example')
  }

  const [first, second, corrected] = [await invite('en'), await invite('en'), await invite('es')]

  expect(second).toBe(first)
  expect(corrected).not.toBe(first)
  expect((await browser().ask(corrected)).status).toBe(200)
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

test('a term that would be over before it begins is not offered, and a link works no longer than its term', async () => {
  const inviting = { name: 'Ona Kane', email: 'ona@library.example', locale: 'en' }
  const past = await asCoordinator.send('/office/countries/SN/invite', { ...inviting, endsOn: '2016-01-19' })
  await asCoordinator.send('/office/countries/SN/invite', { ...inviting, endsOn: '2016-01-22' })
  const link = await linkTo(inviting.email)
  app.at('2016-01-22T12:00:00Z')
  const inTime = await browser().ask(link)
  app.at('2016-01-23T12:00:00Z')
  const late = await browser().send(link, {})
  app.at('2016-01-20T12:00:00Z')
  const page = await past.text()

  expect([past.status, inTime.status, late.status]).toEqual([422, 200, 404])
  expect(page).toContain('This day is over. Give today or a later day.')
  expect(page).toContain('value="Ona Kane"')
})

test('whoever speaks for a country already goes on by a new invitation, to the day that it says', async () => {
  const lin = await aPerson(app, { role: 'ambassador', country: 'TH', name: 'Lin Suda' })
  const terms = () =>
    app.db.selectFrom('roleGrant').select(['startsOn', 'endsOn']).where('personId', '=', lin.id).execute()
  await app.db.updateTable('roleGrant').set({ endsOn: '2016-02-01' }).where('personId', '=', lin.id).execute()
  const [before] = await terms()
  const told = () => asCoordinator.read('/office')
  const asked = await told()
  await inviteAmbassador(app, coordinator, { ...wish, country: 'TH', email: lin.email, endsOn: '2017-01-31' })
  const waiting = await told()

  await browser().send(await linkTo(lin.email), {})

  expect(asked).toContain('The term of Lin Suda for Thailand ends on')
  expect(waiting).not.toContain('Lin Suda for Thailand')
  expect(await terms()).toEqual([{ startsOn: before?.startsOn, endsOn: '2017-01-31' }])
})

test('an invitation that is not open any more is said so to coordinators in words for them', async () => {
  await inviteAmbassador(app, coordinator, { ...wish, country: 'GH', email: 'kofi@library.example' })
  const { id } = await app.db
    .selectFrom('ambassadorInvitation')
    .select('id')
    .where('country', '=', 'GH')
    .executeTakeFirstOrThrow()
  const press = () => asCoordinator.send(`/office/countries/GH/invitations/${id}/withdraw`, {})
  await press()

  const again = await press()

  expect(again.status).toBe(404)
  expect(await again.text()).toContain('This invitation is not open any more: it was accepted or withdrawn.')
})

test('a term that is over ends no later when the button is pressed again', async () => {
  const tariq = await aPerson(app, { role: 'ambassador', country: 'JO', name: 'Tariq Amin' })
  const grant = app.db.selectFrom('roleGrant').select(['id', 'endsOn']).where('personId', '=', tariq.id)
  const { id } = await grant.executeTakeFirstOrThrow()
  const press = () => asCoordinator.send(`/office/countries/JO/ambassadors/${id}/end`, {})
  await press()
  app.at('2016-01-21T12:00:00Z')

  const again = await press()
  app.at('2016-01-20T12:00:00Z')

  expect(again.status).toBe(303)
  expect((await grant.executeTakeFirstOrThrow()).endsOn).toBe('2016-01-19')
  const ended = await app.db.selectFrom('journal').select('id').where('act', '=', 'role.ended').execute()
  expect(ended).toHaveLength(1)
})
