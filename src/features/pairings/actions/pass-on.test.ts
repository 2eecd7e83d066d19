import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { openScenario, runScenario } from '../../scenarios/actions/run.ts'
import { pairingsOf } from '../queries/introductions.ts'
import { passOnNote } from './pass-on.ts'
import { releasePairings } from './release.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const coordinator = await aPerson(app, { role: 'coordinator' })
const round = await aRound(app)
const ana = await anApplication(app, round, { name: 'Ana Luz', country: 'BR', sharesEmail: false })
const bo = await anApplication(app, round, { name: 'Bo Ek', country: 'SE', sharesEmail: false, locale: 'es' })
await runScenario(app, (await openScenario(app, coordinator, round.code)).id)

test('nobody sees a partner before the release', async () => {
  expect(await pairingsOf(app.db, ana.person.id, app.now())).toEqual([])
})

test('a note reaches the partner in their language, without the address of either, three a day', async () => {
  await releasePairings(app, coordinator, round.code, null)
  const [own] = await pairingsOf(app.db, ana.person.id, app.now())
  const note = { pairing: own?.pairingId ?? '', to: bo.id, note: 'Write to me at\nana on the other network.' }

  expect(await passOnNote(app, ana.person, note)).toEqual({ to: 'Bo' })

  const mail = await app.db
    .selectFrom('outbox')
    .selectAll()
    .where('kind', '=', 'note')
    .executeTakeFirstOrThrow()
  expect([mail.toAddress, mail.subject, mail.locale]).toEqual([
    bo.person.email,
    'Un mensaje de Ana Luz',
    'es',
  ])
  expect(mail.text).toContain(note.note)
  expect(mail.text + mail.html).not.toContain(ana.person.email)
  await passOnNote(app, ana.person, note)
  await passOnNote(app, ana.person, note)
  await expect(passOnNote(app, ana.person, note)).rejects.toMatchObject({
    status: 429,
    code: 'too-many-notes',
  })
  app.at('2016-02-21T13:00:00Z')
  await expect(passOnNote(app, ana.person, note)).resolves.toEqual({ to: 'Bo' })
})

test('a note goes to one’s own partner only', async () => {
  const [own] = await pairingsOf(app.db, ana.person.id, app.now())
  const stranger = await aPerson(app, { name: 'Eve Doe' })
  const note = { pairing: own?.pairingId ?? '', to: bo.id, note: 'Hello' }

  await expect(passOnNote(app, stranger, note)).rejects.toMatchObject({ status: 404 })
  await expect(passOnNote(app, ana.person, { ...note, to: ana.id })).rejects.toMatchObject({ status: 404 })
})
