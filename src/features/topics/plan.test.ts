import { expect, test } from 'vitest'
import { loadsOf, type Planned, seasonOf } from './plan.ts'

const [ada, sol] = [
  { id: 'ada', name: 'Ada Molina' },
  { id: 'sol', name: 'Sol Quispe' },
]
const post = (id: string, change: Partial<Planned> = {}): Planned => ({
  ...{ id, title: id, tags: [], fortnight: null, part: null, dueOn: null, assignee: null },
  ...change,
})

test('a season has each fortnight of its round, lead posts first, and what has no place yet', () => {
  const season = seasonOf(
    ['2016-02-29', '2016-03-14'],
    [
      post('b', { fortnight: 1 }),
      post('a', { fortnight: 1, part: 'lead' }),
      post('c'),
      post('d', { fortnight: 3 }),
    ],
  )

  expect(
    season.fortnights.map(({ number, day, posts }) => [number, day, posts.map(({ id }) => id).join()]),
  ).toEqual([
    [1, '2016-02-29', 'a,b'],
    [2, '2016-03-14', ''],
    [3, null, 'd'],
  ])
  expect(season.unplaced.map(({ id }) => id)).toEqual(['c'])
})

test('the load of a writer counts what is late and names the next day', () => {
  const loads = loadsOf(
    [
      post('a', { assignee: sol, dueOn: '2016-03-01' }),
      post('b', { assignee: ada, dueOn: '2016-03-20' }),
      post('c', { assignee: ada, dueOn: '2016-03-12' }),
      post('d', { assignee: ada }),
      post('e'),
    ],
    '2016-03-10',
  )

  expect(loads).toEqual([
    { ...ada, open: 3, late: 0, nextOn: '2016-03-12' },
    { ...sol, open: 1, late: 1, nextOn: null },
  ])
})
