import { expect, test } from 'vitest'
import { type Standing, standings } from './checkin.ts'
import { countsOf, groupsOf } from './grouping.ts'

const none = Object.fromEntries(standings.map((one) => [one, 0]))
const someone = (country: string, standing: Standing) => ({ country, standing })

test('everybody is in one group, and the largest comes first', () => {
  const members = [
    someone('SE', 'silent'),
    someone('BR', 'in-touch'),
    someone('BR', 'silent'),
    someone('AR', 'in-touch'),
  ]

  const byCountry = groupsOf(members, ({ country }) => country)

  expect(byCountry).toEqual([
    { name: 'BR', people: 2, counts: { ...none, 'in-touch': 1, silent: 1 } },
    { name: 'AR', people: 1, counts: { ...none, 'in-touch': 1 } },
    { name: 'SE', people: 1, counts: { ...none, silent: 1 } },
  ])
})

test('people are counted by how they stand, and pairs whose members say different things', () => {
  const pair = { members: [someone('SE', 'in-touch'), someone('BR', 'not-yet')], contradicts: true }

  expect(countsOf([pair, { ...pair, contradicts: false }])).toEqual({
    ...none,
    ...{ 'in-touch': 2, 'not-yet': 2, contradict: 1 },
  })
})
