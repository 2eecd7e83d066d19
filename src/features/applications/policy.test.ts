import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { NotFound } from '../../platform/refusals.ts'
import { terminal, visitor } from '../people/index.ts'
import { applicationById, applicationsOf } from './queries/applications.ts'

const app = await testApp()
const round = await aRound(app)
const ada = await anApplication(app, round, { name: 'Ada Okafor', country: 'ZA' })
await anApplication(app, round, {
  name: 'Sol Ruiz',
  country: 'ES',
  acceptedAt: null,
  waitlistedAt: app.now(),
})
await anApplication(app, round, { name: 'Li Wei', country: 'ES' })
await anApplication(app, round, { name: 'Pat Gone', country: 'ES', withdrawnAt: app.now() })

test('coordinators and the terminal see every application; a person sees their own; nobody else sees any', async () => {
  const coordinator = await aPerson(app, { role: 'coordinator' })
  const ambassador = await aPerson(app, { role: 'ambassador', country: 'ES' })
  const editor = await aPerson(app, { role: 'editor' })
  const member = { ...visitor('en'), id: ada.person.id }
  const seenBy = async (actor: typeof terminal) => (await applicationsOf(app.db, actor, round.id)).length

  expect(
    await Promise.all([coordinator, terminal, member, ambassador, editor, visitor('en')].map(seenBy)),
  ).toEqual([4, 4, 1, 0, 0, 0])
  await expect(applicationById(app.db, ambassador, ada.id)).rejects.toEqual(
    new NotFound('no-such-application'),
  )
})
