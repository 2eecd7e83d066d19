import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import type { DropReason } from '../mends.ts'
import { dropApplication } from './cleaning.ts'
import { undoBatch } from './undoing.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const coordinator = await aPerson(app, { role: 'coordinator' })
const round = await aRound(app)

const unanswered = { acceptedAt: null, acceptsCode: false }
const mailsTo = (toAddress: string) =>
  app.db
    .selectFrom('outbox')
    .where('toAddress', '=', toAddress)
    .select(['subject', 'dueAt', 'kind', 'text'])
    .execute()

test.each([
  ['no-consent', 'Round 2016A: we need one more answer from you'],
  ['on-request', 'Round 2016A: your application has been taken out'],
  ['other', 'Round 2016A: we could not include your application'],
] as const)('whoever is dropped for %s reads so an hour later', async (reason, subject) => {
  const { id, person } = await anApplication(app, round, unanswered)

  await dropApplication(app, coordinator, id, reason)

  const [mail, ...more] = await mailsTo(person.email)
  expect([mail?.subject, mail?.kind, mail?.dueAt, more]).toEqual([
    subject,
    'dropped',
    new Date('2016-02-20T13:00:00Z'),
    [],
  ])
})

test('the email about a missing consent says what is asked, how to answer and by when', async () => {
  const { id, person } = await anApplication(app, round, unanswered)

  await dropApplication(app, coordinator, id, 'no-consent')

  const [mail] = await mailsTo(person.email)
  expect(mail?.text).toContain('does not clearly say that you accept the code of conduct')
  expect(mail?.text).toContain('The code of conduct is here: http://localhost:3000/code-of-conduct')
  expect(mail?.text).toContain('answer this email with “I accept the code of conduct”')
  expect(mail?.text).toContain('partners begin to write to each other on Monday, 29 February 2016')
})

test('once the round has begun, no place in it is promised', async () => {
  const { id, person } = await anApplication(app, round, { ...unanswered, locale: 'es' })
  app.at('2016-02-29T09:00:00Z')

  await dropApplication(app, coordinator, id, 'no-consent')

  app.at('2016-02-20T12:00:00Z')
  const [mail] = await mailsTo(person.email)
  expect(mail?.text).toContain('La ronda ya empezó, así que no podemos prometerle un lugar')
  expect(mail?.text).not.toContain('29')
})

test.each(['no-address', 'duplicate'] as DropReason[])('nobody is written to about %s', async (reason) => {
  const { id, person } = await anApplication(app, round, unanswered)

  await dropApplication(app, coordinator, id, reason)

  expect(await mailsTo(person.email)).toEqual([])
})

test('an address that is none gets no email', async () => {
  const { id } = await anApplication(app, round, { ...unanswered, email: 'kate at city' })

  await dropApplication(app, coordinator, id, 'other')

  expect(await mailsTo('kate at city')).toEqual([])
})

test('what is taken back within the hour is told to nobody, and can be done again', async () => {
  const { id, person } = await anApplication(app, round, unanswered)
  const { batchId } = await dropApplication(app, coordinator, id, 'on-request')

  await undoBatch(app, coordinator, batchId ?? '')

  expect(await mailsTo(person.email)).toEqual([])
  await dropApplication(app, coordinator, id, 'no-consent')
  expect((await mailsTo(person.email)).map(({ subject }) => subject)).toEqual([
    'Round 2016A: we need one more answer from you',
  ])
})
