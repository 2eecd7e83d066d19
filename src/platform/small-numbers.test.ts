import { array, assert, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { besideParts, type Folded, folded, type Group, inSteps } from './small-numbers.ts'

const groups = (counts: Record<string, number>): Group[] =>
  Object.entries(counts).map(([name, count]) => ({ name, count }))

test('a small group is told with the next smallest, so that the whole does not give it away', () => {
  const told = folded(groups({ public: 12, academic: 9, special: 7, school: 3 }))

  expect(told).toEqual({ shown: groups({ public: 10, academic: 5 }), others: 10 })
})

test('two small groups of five people together stand as others; fewer take one more group with them', () => {
  expect(folded(groups({ public: 12, school: 3, archive: 2 }))).toEqual({
    shown: groups({ public: 10 }),
    others: 5,
  })
  expect(folded(groups({ public: 12, academic: 6, school: 2, archive: 2 }))).toEqual({
    shown: groups({ public: 10 }),
    others: 10,
  })
})

test('with too little to tell, nothing is told', () => {
  expect([folded([]), folded(groups({ first: 4 })), folded(groups({ first: 12, again: 3 }))]).toEqual([
    null,
    null,
    null,
  ])
})

/** All numbers that are told of some groups. */
const numbersIn = (told: Folded): number[] =>
  told ? [...told.shown.map(({ count }) => count), told.others] : []

const counts = array(integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 })

test('whatever two numbers are compared, they differ by nothing or by five people at least', () => {
  assert(
    property(tuple(counts, counts), ([before, after]) => {
      const told = [before, after].flatMap((some) =>
        numbersIn(folded(some.map((count, index) => ({ name: String(index), count })))),
      )
      for (const one of told)
        for (const other of told) if (one !== other) expect(Math.abs(one - other)).toBeGreaterThanOrEqual(5)
    }),
  )
})

test('what is told as others is never one group alone, nor fewer than five people', () => {
  assert(
    property(counts, (some) => {
      const told = folded(some.map((count, index) => ({ name: String(index), count })))
      if (!told || told.others === 0) return
      const hidden = some.filter(
        (count, index) => count > 0 && !told.shown.some(({ name }) => name === String(index)),
      )
      expect(hidden.length).toBeGreaterThan(1)
      expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(5)
    }),
  )
})

test('a whole beside its parts leaves each of them in doubt, also for a reader who knows how it is told', () => {
  assert(
    property(array(integer({ min: 0, max: 24 }), { minLength: 2, maxLength: 12 }), (parts) => {
      const told = parts.map(inSteps)
      const whole = parts.reduce((all, one) => all + one, 0)
      const said = besideParts(whole, told)
      const isLower = said < inSteps(whole)
      const isAtMost = said === besideParts(Number.MAX_SAFE_INTEGER, told)
      const sum = told.reduce((all, one) => all + one, 0)
      // A number told as 10 may be 14; told a step lower than usual, which nobody sees, it may be 19.
      const most = said + (isAtMost ? 9 : 4)
      for (const [index, one] of told.entries()) {
        const least = Math.max(one, said - (sum - one) - 4 * (parts.length - 1))
        const largest = Math.min(one + 4, most - (sum - one))
        expect(largest - least).toBeGreaterThan(0)
        expect(parts[index]).toBeGreaterThanOrEqual(least)
        expect(parts[index]).toBeLessThanOrEqual(largest)
      }
      if (isLower) expect(said).toBe(inSteps(whole) - 5)
    }),
    { numRuns: 2000 },
  )
})

test('told as usual, five parts of four each would be known by their whole', () => {
  expect(besideParts(20, [0, 0, 0, 0, 0])).toBe(15)
  expect(besideParts(19, [0, 0, 0, 0, 0])).toBe(15)
  expect(besideParts(23, [10, 5])).toBe(20)
})
