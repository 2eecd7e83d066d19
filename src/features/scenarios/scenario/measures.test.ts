import { expect, test } from 'vitest'
import { anApplicant } from '../score/applicant.builder.ts'
import { differences } from './differences.ts'
import { measuresOf } from './measures.ts'
import { aGroup, inputsWith } from './scenario.builder.ts'

const any = { sector: 'any', stage: 'any', interests: 'any' } as const
const applicants = [
  anApplicant('a', { country: 'AU', wishes: { ...any, sector: 'different', interests: 'like' } }),
  anApplicant('b', { country: 'BR', sector: 'school', firstTime: true }),
  anApplicant('c', { country: 'CA', wishes: { ...any, sector: 'different' } }),
  anApplicant('d', { country: 'DE', stage: 'student', wishes: { ...any, stage: 'earlier' } }),
  anApplicant('e', { country: 'BR' }),
]
const inputs = inputsWith(applicants)

test('a scenario is counted: who is placed, how well, and which wishes were honoured', () => {
  const counted = measuresOf(inputs, [aGroup('a', 'b'), aGroup('c', 'd')])

  expect(counted).toMatchObject({ people: 5, placed: 4, pairs: 2, trios: 0, acrossRegions: 2 })
  expect(counted.honoured).toEqual({
    // Both a and c asked for another kind of library; only a got one.
    sector: { stated: 2, met: 1 },
    // "Earlier" than a student cannot be met, so it is not counted as stated.
    stage: { stated: 0, met: 0 },
    interests: { stated: 1, met: 1 },
  })
  expect(counted.links).toEqual([
    { from: 'AU', to: 'BR', count: 1 },
    { from: 'CA', to: 'DE', count: 1 },
  ])
  expect(counted.bySector.get('school')).toMatchObject({ people: 1 })
  expect(counted.byExperience.get('first-time')).toMatchObject({ people: 1 })
  expect(counted.satisfaction).toHaveLength(4)
  expect(counted.served?.worst).toBe(counted.satisfaction[0])
})

test('the total and the worst pair are what the engine counts', () => {
  const apart = measuresOf(inputs, [aGroup('a', 'b'), aGroup('c', 'd')])
  const one = measuresOf(inputs, [aGroup('a', 'b')])
  const other = measuresOf(inputs, [aGroup('c', 'd')])

  expect(apart.total).toBe(one.total + other.total)
  expect(apart.worst).toBe(Math.min(one.worst ?? 0, other.worst ?? 0))
})

test('in a trio everyone is as content as with the partner who suits them less, and two pairs are counted', () => {
  const counted = measuresOf(inputs, [aGroup('a', 'b', 'c')])

  expect(counted).toMatchObject({ placed: 3, pairs: 0, trios: 1, links: { length: 2 } })
  expect(counted.satisfaction).toHaveLength(3)
})

test('nobody placed is nothing to count, not a fault', () => {
  expect(measuresOf(inputs, [])).toMatchObject({ placed: 0, worst: null, served: null, total: 0 })
})

test('two proposals are compared person by person', () => {
  const before = { groups: [aGroup('a', 'b'), aGroup('c', 'd')], reserve: ['e'] }
  const after = { groups: [aGroup('d', 'c'), aGroup('a', 'e')], reserve: ['f'] }

  expect(differences(before, after)).toEqual({
    same: 1,
    changed: [
      { id: 'a', before: ['b'], after: ['e'] },
      { id: 'e', before: [], after: ['a'] },
    ],
    onlyBefore: ['b'],
    onlyAfter: ['f'],
  })
})
