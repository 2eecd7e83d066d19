import { expect, test } from 'vitest'
import { aNetwork, anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { queuedMail, testApp } from '../../../../test/harness.ts'
import { Conflict, Forbidden, NotFound } from '../../../platform/refusals.ts'
import { locales } from '../../../platform/words.ts'
import { kindCounts, leftOn, unanswered } from '../desk.ts'
import { questionEmail } from '../emails.ts'
import { deskFor } from '../queries/desk.ts'
import { applicationMatters } from '../queries/matters.ts'
import { askableKinds } from '../questions.ts'
import { words } from '../words.ts'
import { askApplicant, stopWaiting } from './asking.ts'
import { mendApplication } from './cleaning.ts'
import { undoBatch } from './undoing.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const coordinator = await aPerson(app, { role: 'coordinator', name: 'Kay Lin' })
const round = await aRound(app)

/** Someone who wrote something else than yes where the code of conduct is accepted. */
async function withoutConsent(name: string, change: { email?: string; locale?: string } = {}) {
  const { id } = await anApplication(app, round, { name, acceptedAt: null, acceptsCode: false })
  const written = { acceptsCodeWritten: 'I have read it', ...change }
  await app.db.updateTable('application').set(written).where('id', '=', id).execute()
  return id
}
const desk = () => deskFor(app.db, coordinator, round.id)
const questionsTo = (email: string) =>
  app.db
    .selectFrom('outbox')
    .where('kind', '=', 'question')
    .where('toAddress', '=', email)
    .select(['subject', 'text'])
    .execute()

test('a question is sent in the language of the person, and parked until it is answered', async () => {
  const id = await withoutConsent('Tala Reyes', { email: 'tala@library.example', locale: 'es' })
  const before = await desk()

  await askApplicant(app, coordinator, id, 'missing-consent')
  const asked = await desk()
  const answered = await mendApplication(app, coordinator, id, {
    kind: 'missing-consent',
    change: { acceptsCode: true },
  })
  const after = await desk()

  expect([leftOn(before), before.parked.length]).toEqual([1, 0])
  expect([leftOn(asked), kindCounts(asked), asked.states.get(id)]).toEqual([0, [], 'problem'])
  expect(asked.parked.map(({ applicationId, question }) => [applicationId, question])).toEqual([
    [id, { applicationId: id, kind: 'missing-consent', askedAt: app.now(), askedBy: 'Kay Lin' }],
  ])
  expect(unanswered(asked)).toMatchObject({ problem: [], asked: [{ id }] })
  const [mail] = await questionsTo('tala@library.example')
  expect(mail?.subject).toContain('Una pregunta sobre su solicitud')
  expect(mail?.text).toContain('I have read it')
  expect([after.parked, after.states.get(id)]).toEqual([[], 'ready'])
  // What was taken back is asked still: nobody has to write twice.
  await undoBatch(app, coordinator, answered.batchId ?? '')
  expect((await desk()).parked).toHaveLength(1)
  await stopWaiting(app, coordinator, id, 'missing-consent')
})

test('nobody is asked twice at once; once nobody waits, one may ask again', async () => {
  const id = await withoutConsent('Uma Rao', { email: 'uma@library.example' })
  await askApplicant(app, coordinator, id, 'missing-consent')

  await expect(askApplicant(app, coordinator, id, 'missing-consent')).rejects.toEqual(
    new Conflict('already-asked'),
  )
  await stopWaiting(app, coordinator, id, 'missing-consent')
  expect((await desk()).problems.has(id)).toBe(true)
  await expect(stopWaiting(app, coordinator, id, 'missing-consent')).rejects.toEqual(
    new NotFound('no-such-question'),
  )
  await askApplicant(app, coordinator, id, 'missing-consent')
  expect(await questionsTo('uma@library.example')).toHaveLength(2)
})

test('nobody is asked what is known, nor at an address that does not work, nor by just anyone', async () => {
  const id = await withoutConsent('Vera Sand', { email: 'vera at nowhere' })
  const mails = (await queuedMail(app)).length

  await expect(askApplicant(app, coordinator, id, 'missing-consent')).rejects.toEqual(
    new Conflict('no-address-to-ask'),
  )
  await expect(askApplicant(app, coordinator, id, 'unknown-stage')).rejects.toEqual(
    new Conflict('nothing-to-ask'),
  )
  const editor = await aPerson(app, { role: 'editor' })
  await expect(askApplicant(app, editor, id, 'missing-consent')).rejects.toEqual(new Forbidden('not-allowed'))
  await expect(stopWaiting(app, editor, id, 'missing-consent')).rejects.toEqual(new Forbidden('not-allowed'))
  expect((await queuedMail(app)).length).toBe(mails)
})

test('the desk of the office names what is parked, apart from what is left to do', async () => {
  const other = await aRound(app, { code: '2016B', title: 'Autumn' })
  const { id } = await anApplication(app, other, { name: 'Wim Bos', acceptedAt: null, acceptsCode: false })
  await askApplicant(app, coordinator, id, 'missing-consent')

  const matters = await applicationMatters(app.db, coordinator, app.now())

  expect(matters.filter(({ round }) => round?.code === '2016B')).toMatchObject([
    {
      text: 'One person was asked and has not answered yet.',
      act: { href: '/office/rounds/2016B/applications/clean#asked' },
      since: app.now(),
    },
  ])
})

test.each(askableKinds.flatMap((kind) => locales.map((locale) => [kind, locale] as const)))(
  'a question about %s is whole in %s',
  (kind, locale) => {
    const person = { email: 'a@b.example', givenName: 'Ada', familyName: 'Okafor', locale }

    const email = questionEmail({ kind, written: 'hm' }, person, { round, network: aNetwork() })

    const asked = words(locale)(`mail.question.${kind}`, { email: person.email })
    expect(email).toMatchObject({ kind: 'question', to: 'a@b.example', toName: 'Ada Okafor', locale })
    for (const part of [email.text, email.html]) expect(part).toContain(asked)
  },
)
