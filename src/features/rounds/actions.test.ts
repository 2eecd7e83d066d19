import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { Conflict, Forbidden, NotFound } from '../../platform/refusals.ts'
import { visitor } from '../people/index.ts'
import { announceRound, changeRound, cloneRound, createRound } from './actions.ts'
import { roundByCode } from './queries.ts'
import type { RoundPlan } from './round.ts'

const app = await testApp('2016-01-05T12:00:00Z')

const plan: RoundPlan = {
  code: '2018A',
  title: 'Round 2018A',
  applyFrom: new Date('2018-01-08T00:00:00Z'),
  applyUntil: new Date('2018-02-12T00:00:00Z'),
  startsOn: '2018-02-26',
  endsOn: '2018-06-17',
  zone: 'UTC',
  capPercent: 20,
  topicDays: [0, 14],
}

test('a coordinator opens a round that only the office can see until it is announced', async () => {
  const coordinator = await aPerson(app, { role: 'coordinator' })

  const { id, ...round } = await createRound(app, coordinator, plan)

  expect(round).toEqual({ ...plan, announcedAt: null, capAppliedAt: null, releasedAt: null })
  await expect(roundByCode(app.db, visitor('en'), '2018A')).rejects.toEqual(
    new NotFound('no-such-round', { code: '2018A' }),
  )
  await announceRound(app, coordinator, '2018A')
  expect((await roundByCode(app.db, visitor('en'), '2018a')).id).toBe(id)
})

test('a round is announced once', async () => {
  const coordinator = await aPerson(app, { role: 'coordinator' })
  await createRound(app, coordinator, { ...plan, code: '2018B' })
  const first = await announceRound(app, coordinator, '2018B')
  app.at('2016-01-06T12:00:00Z')

  const second = await announceRound(app, coordinator, '2018B')

  expect(second.announcedAt).toEqual(first.announcedAt)
})

test('a code is used once', async () => {
  const coordinator = await aPerson(app, { role: 'coordinator' })
  await createRound(app, coordinator, { ...plan, code: '2019A' })

  await expect(createRound(app, coordinator, { ...plan, code: '2019A' })).rejects.toEqual(
    new Conflict('round-exists', { code: '2019A' }),
  )
  await createRound(app, coordinator, { ...plan, code: '2019B' })
  await expect(changeRound(app, coordinator, '2019B', { ...plan, code: '2019A' })).rejects.toEqual(
    new Conflict('round-exists', { code: '2019A' }),
  )
})

test('the journal says what was changed in a round', async () => {
  const coordinator = await aPerson(app, { role: 'coordinator' })
  const round = await aRound(app, { code: '2016B' })
  const next = await cloneRound(app, coordinator, '2016B', { code: '2017A', startsOn: '2017-02-27' })

  await changeRound(app, coordinator, '2017A', { ...plan, code: '2017A', startsOn: '2018-02-26' })

  const acts = await app.db
    .selectFrom('journal')
    .select(['act', 'detail'])
    .where('subject', '=', next.id)
    .orderBy('id')
    .execute()
  expect(acts.map(({ act }) => act)).toEqual(['round.created', 'round.changed'])
  const { changed = [] } = (acts[1]?.detail ?? {}) as { changed?: [string, unknown, unknown][] }
  expect(changed.map(([field]) => field)).toEqual([
    'title',
    'applyFrom',
    'applyUntil',
    'startsOn',
    'endsOn',
    'topicDays',
  ])
  expect(changed).toContainEqual(['startsOn', '2017-02-27', '2018-02-26'])
  expect(round.code).toBe('2016B')
})

test.each(['editor', 'ambassador'] as const)(
  'an %s may not open, change or announce a round',
  async (role) => {
    const actor = await aPerson(app, { role, country: role === 'ambassador' ? 'AU' : undefined })

    await expect(createRound(app, actor, plan)).rejects.toEqual(new Forbidden('not-allowed'))
    await expect(changeRound(app, actor, '2018A', plan)).rejects.toEqual(new Forbidden('not-allowed'))
    await expect(announceRound(app, actor, '2018A')).rejects.toEqual(new Forbidden('not-allowed'))
  },
)
