import { array, assert, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { type Folded, folded, type Group, placesLeft, spoken } from './published.ts'

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

test('of languages, which overlap, those of five people at least are told', () => {
  expect(spoken(groups({ en: 14, ar: 5, fr: 4 }))).toEqual(groups({ en: 10, ar: 5 }))
})

test.each([
  [12, 7, { from: 3, to: 7 }],
  [12, 12, { from: 0, to: 2 }],
  [10, 11, { from: 0, to: 0 }],
  [2, 0, { from: 0, to: 2 }],
])('of %i places with %i taken, %o are said to be left', (most, taken, left) => {
  expect(placesLeft(most, taken)).toEqual(left)
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

test('places left never say more of those taken than their own number does', () => {
  assert(
    property(integer({ min: 0, max: 60 }), integer({ min: 0, max: 60 }), (most, taken) => {
      const sameStep = taken - (taken % 5)
      expect(placesLeft(most, taken)).toEqual(placesLeft(most, sameStep))
    }),
  )
})
