import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Counts, snapshotOf, toldOutcome } from './call.ts'

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

const countries = ['NG', 'BR', 'KE', 'BT', 'PE', 'SE', 'IN'] as const

/** What happens while a round is open: people from somewhere apply, or somebody's application goes. */
const someActs = fc.array(
  fc.record({ country: fc.constantFrom(...countries), people: fc.integer({ min: -6, max: 6 }) }),
  { maxLength: 60 },
)

/** All that one who reads the page after each act can write down as a number of people or of countries. */
function read(counts: Counts): number[] {
  const { applications, countries: many, named } = snapshotOf(counts)
  const {
    people,
    countries: from,
    pairings,
  } = toldOutcome({
    people: counts.reduce((sum, one) => sum + one.applications, 0),
    countries: counts.length,
    pairings: Math.floor(counts.reduce((sum, one) => sum + one.applications, 0) / 2),
  })
  const atLeast = countries.map((country) => (named.includes(country) ? 5 : 0))
  return [applications, many, people, from, pairings, ...atLeast]
}

test('whoever reads the page after each act learns of no group of fewer than five', () => {
  fc.assert(
    fc.property(someActs, (acts) => {
      const held = new Map<string, number>()
      const seen = acts.map(({ country, people }) => {
        held.set(country, Math.max(0, (held.get(country) ?? 0) + people))
        const counts = [...held].filter(([, applications]) => applications > 0)
        return read(counts.map(([country, applications]) => ({ country, applications })))
      })
      const numbers = [...new Set([0, ...seen.flat()])]

      for (const one of numbers)
        for (const other of numbers)
          expect(one === other || Math.abs(one - other) >= 5, `${one} and ${other}`).toBe(true)
    }),
  )
})

test('the order in which countries are named tells no more than their steps', () => {
  const named = (...applications: number[]) =>
    snapshotOf(applications.map((count, i) => ({ country: countries[i] ?? '', applications: count }))).named

  expect(named(9, 5, 7)).toEqual(named(5, 9, 8))
  expect(named(5, 10)).toEqual(['BR', 'NG'])
})
