import { expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { sendOnce } from '../../../platform/mail/index.ts'
import { erasePerson } from '../actions/erasing.ts'
import { tellClosedOut } from '../actions/telling.ts'
import { ownDataWorld } from './own-data.builder.ts'

const { app, site, round, look, post, mailTo, stateOf, anApplicant } = await ownDataWorld()

test('who asked to be erased is signed out at once, and the link in the email takes it back', async () => {
  const { person, headers } = await anApplicant('Chi Eze')
  const seen = await look('/me/data/erase', headers)

  const asked = await post('/me/data/erase', headers)

  expect([seen.status, asked.to]).toEqual([200, '/goodbye'])
  expect((await look('/goodbye')).status).toBe(200)
  expect((await site.request('/me', { headers })).status).toBe(303)
  const link = new URL(/http:\S+stay-with-us\S+/.exec((await mailTo(person.email)).text)?.[0] ?? '').pathname
  expect((await look(link)).status).toBe(200)
  expect((await post(link)).to).toBe('/sign-in')
  expect((await look(link)).status).toBe(404)
  app.at('2016-02-28T12:00:00Z')
  await app.runJobs()
  expect(await stateOf(person.id)).toEqual({ name: 'Chi Eze', disabledAt: null, erasedAt: null })
  app.at('2016-02-20T12:00:00Z')
})

test('who wants to sign in within the week reads by email alone why not, and keeps their account by its button', async () => {
  const { person, headers } = await anApplicant('Oba Nwosu')
  const out = await aPerson(app, { name: 'Shut Out' })
  await app.db.updateTable('person').set({ disabledAt: app.now() }).where('id', '=', out.id).execute()
  await post('/me/data/erase', headers)
  const first = (await mailTo(person.email)).text
  const emails = async (personId: string) =>
    (await app.db.selectFrom('outbox').select('id').where('personId', '=', personId).execute()).length
  const askFor = (email: string) => post('/sign-in', undefined, { email, next: '' })

  app.at('2016-02-21T12:00:00Z')
  const [known, stranger] = [await askFor(person.email), await askFor('nobody@library.example')]
  await askFor(person.email)
  await askFor(out.email)
  const told = [await tellClosedOut(app), await tellClosedOut(app)]
  await app.runJobs()
  const { kind, text } = await mailTo(person.email)
  app.at('2016-02-21T12:10:00Z')
  await askFor(person.email)
  const later = await tellClosedOut(app)
  const newest = (await mailTo(person.email)).text

  expect(known).toEqual(stranger)
  expect([told, later]).toEqual([[1, 0], 1])
  expect([await emails(person.id), await emails(out.id)]).toEqual([3, 0])
  expect(kind).toBe('erasure-asked')
  expect(text).toContain('asked to sign in to')
  expect(text).toContain('and that happens on 27 February 2016')
  const linkIn = (said: string) => new URL(/http:\S+stay-with-us\S+/.exec(said)?.[0] ?? '').pathname
  expect([(await look(linkIn(first))).status, (await look(linkIn(text))).status]).toEqual([404, 404])
  expect((await post(linkIn(newest))).to).toBe('/sign-in')
  app.at('2016-02-21T12:20:00Z')
  await askFor(person.email)
  await app.runJobs()
  expect((await mailTo(person.email)).kind).toBe('sign-in')
  expect(await tellClosedOut(app)).toBe(0)
  app.at('2016-02-20T12:00:00Z')
})

test('someone whom nothing counts leaves no row; whom a round counts, a number', async () => {
  const volunteer = await aPerson(app, { name: 'Vera Moss', role: 'editor' })
  const { person, headers } = await anApplicant('Dev Rao')
  await post('/me/data/erase', await signedIn(app, volunteer))
  await post('/me/data/erase', headers)
  app.at('2016-02-27T12:00:01Z')

  await app.runJobs()

  expect(await stateOf(volunteer.id)).toBeUndefined()
  expect(await stateOf(person.id)).toMatchObject({ name: 'A former participant', erasedAt: app.now() })
  const application = await app.db
    .selectFrom('application')
    .where('personId', '=', person.id)
    .select(['name', 'email', 'about', 'country', 'sector', 'withdrawnAt'])
    .execute()
  const counted = { country: 'ZA', sector: 'public', withdrawnAt: app.now() }
  expect(application).toEqual([{ name: 'A former participant', email: '', about: '', ...counted }])
  app.at('2016-02-20T12:00:00Z')
})

test('a draft that was begun before signing in goes with whose address it names, and no other', async () => {
  const { person } = await anApplicant('Kim Roe')
  const begun = { roundId: round.id, locale: 'en', begunAt: app.now(), savedAt: app.now() }
  const draftOf = async (email: string) => {
    const hashes = { secretHash: Buffer.from(email), networkHash: Buffer.from('x') }
    const { id: draftId } = await app.db
      .insertInto('applicationDraft')
      .values({ ...begun, ...hashes })
      .returning('id')
      .executeTakeFirstOrThrow()
    const page = { page: 'you', rev: 1, writer: 'w', seq: 1, savedAt: app.now() }
    await app.db
      .insertInto('draftPage')
      .values({ ...page, draftId, typed: JSON.stringify({ email }) })
      .execute()
    return draftId
  }
  const [own, other] = [await draftOf(` ${person.email.toUpperCase()}`), await draftOf('kim@x.example')]

  await app.db.transaction().execute((tx) => erasePerson(app, tx, person.id))

  const left = app.db.selectFrom('applicationDraft').where('id', 'in', [own, other]).select('id')
  expect(await left.execute()).toEqual([{ id: other }])
  await app.db.deleteFrom('applicationDraft').where('id', '=', other).execute()
})

test('the last director stays until someone else is one', async () => {
  const ruth = await app.db
    .selectFrom('person')
    .where('name', '=', 'Ruth Bader')
    .select('id')
    .executeTakeFirstOrThrow()
  const headers = await signedIn(app, ruth)

  const [seen, done] = [await look('/me/data/erase', headers), await post('/me/data/erase', headers)]

  expect(seen.text).toContain('Without you nobody could give roles any more')
  expect(seen.text).not.toContain('Erase my data')
  expect(done.status).toBe(409)
  expect(await stateOf(ruth.id)).toMatchObject({ disabledAt: null })
})

test('a director erases someone on their request, with how it came; nobody else does', async () => {
  const director = await aPerson(app, { role: 'director', name: 'Ines Sol' })
  const coordinator = await aPerson(app, { role: 'coordinator' })
  const { person } = await anApplicant('Eun Park')
  const headers = await signedIn(app, director)
  const erase = (email: string) => post('/office/requests/erase', headers, { email, why: 'by-letter' })

  const [unknown, done, twice] = [
    await erase('nobody@x.example'),
    await erase(person.email),
    await erase(person.email),
  ]
  const seen = await look('/office/requests', headers)

  expect([unknown.status, done.to, twice.status]).toEqual([422, '/office/requests', 422])
  expect(unknown.text).toContain('nobody@x.example')
  expect(unknown.text).toContain('We know nobody with this address.')
  expect(seen.text).toContain('Eun Park')
  expect((await mailTo(person.email)).text).toContain('Our team was asked to erase everything about you.')
  const noted = await app.db
    .selectFrom('journal')
    .where('act', '=', 'erasure.asked')
    .where('subject', '=', person.id)
  expect(await noted.select(['actorId', 'detail']).execute()).toEqual([
    { actorId: director.id, detail: { why: 'by-letter' } },
  ])
  expect((await look('/office/requests', await signedIn(app, coordinator))).status).toBe(403)
})

test('when a volunteer who signs all emails is erased, those on their way to others still leave', async () => {
  const { person } = await anApplicant('Nora Weiss')
  const signature = {
    locale: 'en',
    name: 'ILN',
    shortName: '',
    tagline: '',
    signature: 'Nora Weiss, for the team',
  }
  await app.db.insertInto('networkText').values(signature).execute()
  const other = await aPerson(app)
  const to = { personId: other.id, to: other.email, locale: 'en' }
  const said = { subject: 'Hello', text: 'Hello\n-- \nNora Weiss, for the team', html: '<p>Hello</p>' }
  await sendOnce(app, app.db, 'to-another', { ...said, ...to, kind: 'note' })

  await app.db.transaction().execute((tx) => erasePerson(app, tx, person.id))

  const kept = app.db.selectFrom('outbox').where('key', '=', 'to-another').select('state')
  expect(await kept.execute()).toEqual([{ state: 'queued' }])
  await app.db.deleteFrom('networkText').execute()
})
