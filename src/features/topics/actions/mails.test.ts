import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../../test/builders.ts'
import { queuedMail, testApp } from '../../../../test/harness.ts'
import { leaveList } from '../../../platform/mail/index.ts'
import { aPairing, aParticipant, aTopic } from '../topic.builder.ts'
import { publishTopic, scheduleTopic, withdrawTopic } from './publish.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const round = await aRound(app)
const editor = await aPerson(app, { role: 'editor' })
for (const name of ['Ana Silva', 'Omar Haddad', 'Late Comer']) await aParticipant(app, round, { name })

test('those with a partner read of their partner, three of their partners, and the others of none', async () => {
  const later = await aRound(app, { code: '2017A' })
  const [ana, ben, eva, ida, joe, kim] = await Promise.all(
    ['Ana', 'Ben', 'Eva', 'Ida', 'Joe', 'Kim'].map((name) =>
      aParticipant(app, later, { name: `${name} Lee` }),
    ),
  )
  await aPairing(app, later, [ana, ben])
  await aPairing(app, later, [eva, ida, joe])
  await aPairing(app, later, [kim, ben], { endedAt: app.now() })
  await aTopic(app, editor, { code: '2017A', summary: 'Say hello.' })

  await publishTopic(app, editor, { code: '2017A', number: 1 })

  const mails = await app.db
    .selectFrom('outbox')
    .innerJoin('person', 'person.id', 'outbox.personId')
    .where('outbox.campaignId', 'in', (eb) =>
      eb.selectFrom('mailCampaign').select('id').where('roundId', '=', later.id),
    )
    .select(['person.givenName', 'text', 'html'])
    .orderBy('person.givenName')
    .execute()
  const said = (mail: string) => /your two partners|your partner(?!s)|do not have a partner/.exec(mail)?.[0]
  expect(mails.map(({ givenName, text, html }) => [givenName, said(text), said(html)])).toEqual([
    ['Ana', 'your partner', 'your partner'],
    ['Ben', 'your partner', 'your partner'],
    ['Eva', 'your two partners', 'your two partners'],
    ['Ida', 'your two partners', 'your two partners'],
    ['Joe', 'your two partners', 'your two partners'],
    ['Kim', 'do not have a partner', 'do not have a partner'],
  ])
  for (const { text } of mails.slice(-1)) expect(text).not.toMatch(/your partner|you both/)
})

test('a topic that was withdrawn before its mails were queued is mailed to nobody', async () => {
  await aTopic(app, editor, { number: 7, title: 'Goodbye' })
  await scheduleTopic(app, editor, { code: '2016A', number: 7 }, new Date('2016-02-29T11:00:00Z'))
  const before = (await queuedMail(app)).length
  app.at('2016-02-29T11:00:00Z')

  await withdrawTopic(app, editor, { code: '2016A', number: 7 })
  await app.runJobs()

  expect((await queuedMail(app)).length).toEqual(before)
})

test('a topic that was due while the server was down is mailed once it is up, and the journal says so', async () => {
  const place = { code: '2016A', number: 12 }
  await aTopic(app, editor, { number: 12, title: 'Late' })
  await scheduleTopic(app, editor, place, new Date('2016-03-04T08:00:00Z'))
  const before = (await queuedMail(app)).length
  app.at('2016-03-04T20:00:00Z')

  await app.runJobs()
  await app.runJobs()

  expect((await queuedMail(app)).length).toBeGreaterThan(before)
  const late = await app.db
    .selectFrom('journal')
    .where('act', '=', 'topic.mailed-late')
    .select('detail')
    .execute()
  expect(late).toEqual([
    { detail: { at: '2016-03-04T08:00:00.000Z', code: '2016A', mails: expect.any(Number), number: 12 } },
  ])
})

test('who left the list of topics is not written to, nor counted', async () => {
  const someone = await aParticipant(app, round)
  await leaveList(app, app.db, { readerId: someone.id, list: 'topics' })
  await aTopic(app, editor, { number: 9, title: 'The last one' })

  const { mails } = await publishTopic(app, editor, { code: '2016A', number: 9 })

  expect(mails).toEqual(3)
})
