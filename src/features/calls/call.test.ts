import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Counts, snapshotOf } from './call.ts'

test('numbers are told in steps of five, and countries by name from five people on', () => {
  const counts = [
    { country: 'NG', applications: 12 },
    { country: 'BR', applications: 5 },
    { country: 'KE', applications: 4 },
    { country: 'BT', applications: 1 },
  ]

  expect(snapshotOf(counts)).toEqual({ applications: 20, countries: 0, named: ['NG', 'BR'] })
  expect(snapshotOf(counts.slice(2))).toEqual({ applications: 5, countries: 0, named: [] })
  expect(snapshotOf([])).toEqual({ applications: 0, countries: 0, named: [] })
})

test('one more person changes no number by less than five', () => {
  const someCounts: fc.Arbitrary<Counts> = fc.uniqueArray(
    fc.record({
      country: fc.constantFrom('NG', 'BR', 'KE', 'BT', 'PE', 'SE', 'IN'),
      applications: fc.integer({ min: 1, max: 30 }),
    }),
    { selector: ({ country }) => country },
  )
  fc.assert(
    fc.property(someCounts, fc.nat(6), (counts, at) => {
      const after = counts.map((one, i) => (i === at ? { ...one, applications: one.applications + 1 } : one))
      const [before, now] = [snapshotOf(counts), snapshotOf(after)]
      for (const what of ['applications', 'countries'] as const)
        expect([0, 5]).toContain(now[what] - before[what])
    }),
  )
})
