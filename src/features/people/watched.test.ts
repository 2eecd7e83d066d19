import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { queuedMail, testApp } from '../../../test/harness.ts'
import { note } from '../../platform/journal.ts'
import { tellWatched } from './jobs.ts'
import { weekBefore } from './watched.ts'

const app = await testApp('2016-03-02T12:00:00Z')
const ada = await aPerson(app, { role: 'director', email: 'ada@library.example' })
const cora = await aPerson(app, { name: 'Cora Lind', role: 'coordinator' })

test.each([
  ['2016-03-06T12:00:00Z', 'UTC', '2016-02-22'],
  ['2016-03-07T06:59:00Z', 'UTC', '2016-02-22'],
  ['2016-03-07T07:00:00Z', 'UTC', '2016-02-29'],
  ['2016-03-06T19:30:00Z', 'Pacific/Auckland', '2016-02-29'],
  ['2016-03-27T05:00:00Z', 'Europe/Berlin', '2016-03-14'],
])('the last whole week at %s in %s began on %s', (now, zone, from) => {
  expect(weekBefore(new Date(now), zone).from).toBe(from)
})

test('directors hear once, on Monday, what could do harm; a week without it brings nothing', async () => {
  await app.db.transaction().execute(async (tx) => {
    const act = (actorId: string | null, subject: string) =>
      note(tx, app.now(), actorId, 'role.granted', subject, {
        role: 'editor',
        country: null,
        startsOn: null,
        endsOn: null,
      })
    await act(cora.id, ada.id)
    await act(null, cora.id)
    await note(tx, app.now(), cora.id, 'person.email-changed', cora.id)
    await note(tx, app.now(), cora.id, 'round.announced', ada.id)
  })

  await tellWatched.run(app)
  const early = await queuedMail(app)
  app.at('2016-03-07T08:00:00Z')
  await Promise.all([tellWatched.run(app), tellWatched.run(app)])
  app.at('2016-03-14T08:00:00Z')
  await tellWatched.run(app)

  expect(early).toEqual([])
  expect(await queuedMail(app)).toEqual([
    {
      to: 'ada@library.example',
      subject: 'Mentoring network: what to know of 29 February 2016 to 6 March 2016',
    },
  ])
  const { text } = await app.db.selectFrom('outbox').select('text').executeTakeFirstOrThrow()
  expect(text).toContain('Role given: 2 times, by Cora Lind and terminal or system')
  expect(text).not.toContain('address')
})
