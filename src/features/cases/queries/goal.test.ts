import { expect, test } from 'vitest'
import { manyPairs } from '../../../../test/check-ins/many-pairs.ts'
import { testApp } from '../../../../test/harness.ts'
import { goalsOf } from './goal.ts'

const app = await testApp('2016-02-21T12:00:00Z')
await manyPairs(app, 2)
const pairs = await app.db
  .selectFrom('pairingMember')
  .select(['pairingId', 'applicationId', 'personId', 'roundId'])
  .orderBy('pairingId')
  .orderBy('applicationId')
  .execute()
const [first, , third] = pairs

/** What happened in one case: its code, about whom, and on which days of March it began and was told; closed or not. */
type Told = [what: string, personId: string, since: number, at: number]

async function caseOf(member: typeof first, events: readonly Told[]): Promise<void> {
  if (!member) throw new Error('nobody is in a pair')
  const { pairingId, applicationId } = member
  const day = (number: number) => new Date(Date.UTC(2016, 2, number, 12))
  const last = events.at(-1)?.[0]
  const { id } = await app.db
    .insertInto('pairingCase')
    .values({
      ...{ pairingId, applicationId, kind: 'silence', openedAt: day(1), dueAt: day(1) },
      ...(last === 'closed' ? { closedAt: day(30), outcome: 'in-touch' } : {}),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = events.map(([what, personId, since, at], index) => ({
    ...{ caseId: id, personId, since: day(since), at: day(at), key: `${id} ${index}` },
    ...(what === 'found' || what === 'closed' ? { kind: what } : { kind: 'fact', what }),
  }))
  await app.db.insertInto('caseEvent').values(rows).execute()
}

test('silence is noticed by its case and once, whoever is found later; a partner is offered from the end of the pairing', async () => {
  const [a = '', b = '', c = ''] = [first?.personId, pairs[1]?.personId, third?.personId]
  await caseOf(first, [
    ['unanswered', a, 4, 7],
    // While it is open, nothing more is noticed.
    ['unheard', b, 1, 12],
    ['parted', b, 14, 14],
    ['found', b, 15, 15],
    ['closed', a, 15, 15],
    ['unheard', b, 15, 25],
    ['closed', b, 30, 30],
  ])
  await caseOf(third, [
    ['unanswered', c, 10, 12],
    ['parted', c, 16, 16],
  ])

  const goals = await goalsOf(app.db, [first?.roundId ?? ''], new Date('2016-03-20T12:00:00Z'))

  expect(goals).toEqual({
    noticed: { done: 3, inTime: 2, median: 72, slowest: 240, overdue: 0 },
    offered: { done: 1, inTime: 1, median: 24, slowest: 24, overdue: 1 },
    waiting: { count: 1, since: new Date('2016-03-16T12:00:00Z') },
  })
})
