import { beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { type Role, roles, terminal } from '../actor.ts'
import { chapterOf } from '../paths.ts'
import { endGrant, grantRole } from './roles.ts'

const start = '2016-02-20T12:00:00Z'
const app = await testApp(start)
beforeEach(() => app.at(start))

const director = await aPerson(app, { role: 'director', name: 'Maren Dahl' })
const grant = (role: Role, also: { country?: string; startsOn?: string; endsOn?: string } = {}) => ({
  ...{ role, country: null, startsOn: '2016-02-20', endsOn: null },
  ...also,
})

const emailsTo = (personId: string) =>
  app.db
    .selectFrom('outbox')
    .select(['kind', 'subject', 'text', 'locale'])
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .execute()

test.each(roles)('whoever is made %s reads by whom, from when, and where to begin', async (role) => {
  const ada = await aPerson(app)

  await grantRole(app, director, ada.id, grant(role, role === 'ambassador' ? { country: 'BR' } : {}))

  const [email, ...more] = await emailsTo(ada.id)
  expect(more).toEqual([])
  expect(email?.kind).toBe('role-given')
  expect(email?.text).toContain('Maren Dahl gave you a role at ')
  expect(email?.text).toContain('from 20 February 2016, without a last day.')
  expect(email?.text).toContain('What you can do now')
  expect(email?.text).toContain('http://localhost:3000/sign-in?next=%2Foffice')
  expect(email?.text).toContain(`http://localhost:3000${chapterOf[role]}\n`)
})

test('a role that begins later says from which day, in the language of its person', async () => {
  const later = { startsOn: '2016-03-01', endsOn: '2016-06-30' }
  const [ada, zoe] = [await aPerson(app), await aPerson(app, { locale: 'fr' })]

  for (const { id } of [ada, zoe]) await grantRole(app, director, id, grant('editor', later))

  const [[toAda], [toZoe]] = [await emailsTo(ada.id), await emailsTo(zoe.id)]
  expect(toAda?.text).toContain('from 1 March 2016. The last day is 30 June 2016.')
  expect(toAda?.text).toContain('What you can do from that day on')
  expect(toZoe).toMatchObject({ locale: 'fr', subject: expect.stringMatching(/ : Rédaction$/) })
  expect(toZoe?.text).toContain('1er mars 2016')
})

test('nobody is told of what they do themselves, or of what is set up from the terminal', async () => {
  const [own, ada] = [await aPerson(app, { role: 'director' }), await aPerson(app)]

  const mine = await grantRole(app, own, own.id, grant('editor'))
  await endGrant(app, own, mine, '2016-02-20')
  const theirs = await grantRole(app, terminal, ada.id, grant('editor'))
  await endGrant(app, terminal, theirs, '2016-02-20')

  expect([...(await emailsTo(own.id)), ...(await emailsTo(ada.id))]).toEqual([])
})

test('whose role another person ends is told once of each last day, or that it was taken back', async () => {
  const [ada, bo, salma, zoe] = [
    await aPerson(app, { role: 'editor' }),
    await aPerson(app),
    await aPerson(app, { role: 'ambassador', country: 'LB' }),
    await aPerson(app, { role: 'editor' }),
  ]
  const idOf = async (personId: string) =>
    (
      await app.db
        .selectFrom('roleGrant')
        .select('id')
        .where('personId', '=', personId)
        .executeTakeFirstOrThrow()
    ).id
  const later = await grantRole(app, director, bo.id, grant('editor', { startsOn: '2016-03-01' }))

  for (const [minute, day] of ['2016-02-25', '2016-02-25', '2016-02-19'].entries()) {
    app.at(`2016-02-20T12:0${minute + 1}:00Z`)
    await endGrant(app, director, await idOf(ada.id), day)
  }
  await endGrant(app, director, later, '2016-02-20')
  await endGrant(app, director, await idOf(salma.id), '2016-02-19')
  await app.db.updateTable('person').set({ disabledAt: app.now() }).where('id', '=', zoe.id).execute()
  await endGrant(app, director, await idOf(zoe.id), '2016-02-19')

  const [ends, ended, ...others] = await emailsTo(ada.id)
  expect(ends?.text).toContain('Maren Dahl set the last day of your role')
  expect(ends?.subject).toContain('ends on 25 February 2016: Editor')
  expect(ended?.text).toContain('The last day was 19 February 2016.')
  expect(others).toEqual([])
  expect((await emailsTo(bo.id)).map(({ kind }) => kind)).toEqual(['role-given', 'role-ended'])
  expect((await emailsTo(bo.id))[1]?.text).toContain('Maren Dahl took back a role that was given to you')
  // Thanked by another email, once the term is over.
  expect(await emailsTo(salma.id)).toEqual([])
  expect(await emailsTo(zoe.id)).toEqual([])
})
