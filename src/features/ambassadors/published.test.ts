import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import type { Group } from '../../platform/small-numbers.ts'
import { placesLeft, spoken } from './published.ts'

const groups = (counts: Record<string, number>): Group[] =>
  Object.entries(counts).map(([name, count]) => ({ name, count }))

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

test('places left never say more of those taken than their own number does', () => {
  assert(
    property(integer({ min: 0, max: 60 }), integer({ min: 0, max: 60 }), (most, taken) => {
      const sameStep = taken - (taken % 5)
      expect(placesLeft(most, taken)).toEqual(placesLeft(most, sameStep))
    }),
  )
})
