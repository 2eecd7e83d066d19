import { expect, test } from 'vitest'
import { anApplication, aPerson } from '../../../../test/builders.ts'
import { queuedMail, testApp } from '../../../../test/harness.ts'
import { Conflict, Forbidden } from '../../../platform/refusals.ts'
import { freePeople } from '../queries/rematch.ts'
import { acceptLate } from './accept-late.ts'
import { aRunningRound, rematch } from './rematch.builder.ts'

const app = await testApp('2016-02-20T12:00:00Z')

const unanswered = { acceptedAt: null, country: 'PE', zone: 'America/Lima' }

test('who is ready after the release comes into the reserve, reads so, and gets a partner by a rematch', async () => {
  const { round, coordinator, people } = await aRunningRound(app)
  const kim = await anApplication(app, round, { ...unanswered, name: 'Kim Ro' })
  app.at('2016-03-01T09:00:00Z')

  const accepted = await acceptLate(app, coordinator, round.code)
  const free = await freePeople(app.db, round)
  const number = await rematch(app, round.code, coordinator)

  expect([accepted, free.map(({ name, because }) => [name, because])]).toEqual([
    1,
    [
      ['Eun Park', 'reserve'],
      ['Kim Ro', 'late'],
    ],
  ])
  const mails = (await queuedMail(app)).filter(({ to }) => to === kim.person.email)
  expect(mails.map(({ subject }) => subject)).toEqual([`You are in: Round ${round.code}`])
  const { text } = await app.db
    .selectFrom('outbox')
    .where('toAddress', '=', kim.person.email)
    .select('text')
    .executeTakeFirstOrThrow()
  expect(text).toContain('The others have already been introduced to their partners')
  const paired = await app.db
    .selectFrom('scenarioMember as member')
    .innerJoin('scenario', 'scenario.id', 'member.scenarioId')
    .where('scenario.roundId', '=', round.id)
    .where('scenario.number', '=', number)
    .where('member.scenarioPairId', 'is not', null)
    .select('member.applicationId')
    .execute()
  expect(paired.map(({ applicationId }) => applicationId).sort()).toEqual([people.eun.id, kim.id].sort())
})

test('nobody is accepted late before the release, after the end, by a member, or when nobody is ready', async () => {
  const { round, coordinator } = await aRunningRound(app)
  const nobody = acceptLate(app, coordinator, round.code)
  await expect(nobody).rejects.toEqual(new Conflict('nobody-to-accept'))
  const late = await anApplication(app, round, { ...unanswered, name: 'Kim Ro' })

  const member = acceptLate(app, await aPerson(app), round.code)
  await expect(member).rejects.toBeInstanceOf(Forbidden)
  app.at('2016-12-01T09:00:00Z')
  const over = acceptLate(app, coordinator, round.code)
  await expect(over).rejects.toEqual(new Conflict('round-is-over'))

  const { acceptedAt } = await app.db
    .selectFrom('application')
    .where('id', '=', late.id)
    .select('acceptedAt')
    .executeTakeFirstOrThrow()
  expect(acceptedAt).toBeNull()
})
