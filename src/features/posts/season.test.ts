import { expect, test } from 'vitest'
import { arrange, isOn, type Place } from './season.ts'

/** Newest first; `3l` is the lead of fortnight 3, `c` a companion, `w` a wrap-up, `x` stands in no season. */
const posts = ['3c', 'x2', '2w', '3l', '2c', '2l', 'x1', '1l'].map((id) => ({ id }))
const partOf = { l: 'lead', c: 'companion', w: 'wrap-up' } as const
const placeOf = ({ id }: { id: string }): Place | undefined =>
  id.startsWith('x') ? undefined : { fortnight: Number(id[0]), part: partOf[id[1] as 'l'] }
const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id)

test('while a round is on its newest topic leads, with all that came out on it, and the earlier fortnights follow', () => {
  const { latest, beside, topics, more } = arrange(posts, placeOf, true)

  expect([latest?.id, ids(beside)]).toEqual(['3l', ['3c']])
  expect(topics.map(({ fortnight, posts: own }) => [fortnight, ids(own)])).toEqual([
    [2, ['2l', '2c', '2w']],
    [1, ['1l']],
  ])
  expect(ids(more)).toEqual(['x2', 'x1'])
})

test('between rounds the newest post leads, and the last season is told by its topics', () => {
  const { latest, beside, topics, more } = arrange(posts, placeOf, false)

  expect([latest?.id, beside]).toEqual(['3c', []])
  expect(topics.map(({ posts: own }) => ids(own))).toEqual([['3l'], ['2l', '2c', '2w'], ['1l']])
  expect(ids(more)).toEqual(['x2', 'x1'])
})

test('each post is shown once, in a season or in none', () => {
  for (const isSeasonOn of [true, false])
    for (const of of [posts, posts.slice(0, 1), []]) {
      const { latest, beside, topics, more } = arrange(of, placeOf, isSeasonOn)
      const shown = [
        ...(latest ? [latest] : []),
        ...beside,
        ...topics.flatMap((topic) => topic.posts),
        ...more,
      ]
      expect(ids(shown).toSorted()).toEqual(ids(of).toSorted())
    }
})

test('a round is on from its first day to its last, where it is', () => {
  const round = { startsOn: '2016-02-29', endsOn: '2016-06-19', zone: 'Australia/Sydney' }

  expect(isOn(round, new Date('2016-02-28T13:00:00Z'))).toBe(true)
  expect(isOn(round, new Date('2016-02-28T12:59:00Z'))).toBe(false)
  expect(isOn(round, new Date('2016-06-19T13:59:00Z'))).toBe(true)
  expect(isOn(round, new Date('2016-06-19T14:00:00Z'))).toBe(false)
})
