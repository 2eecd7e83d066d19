import { expect, test } from 'vitest'
import { listPage, onePageOf, pageAsked, pageWith } from './paging.ts'

test('an address that asks for no page, or for none that can be, means the first', () => {
  expect(['2', '14'].map(pageAsked)).toEqual([2, 14])
  expect([undefined, '', '0', '-3', '1.5', 'two', '1e9'].map(pageAsked)).toEqual([1, 1, 1, 1, 1, 1, 1])
})

test('every item stands on one page, and beyond the last page is the last', () => {
  const letters = [...'abcde']

  expect(listPage(letters, 1, 2)).toEqual({ shown: ['a', 'b'], page: 1, pages: 3 })
  expect(listPage(letters, 9, 2)).toEqual({ shown: ['e'], page: 3, pages: 3 })
  expect(listPage([], 4, 2)).toEqual({ shown: [], page: 1, pages: 1 })
  for (const [place, letter] of letters.entries())
    expect(listPage(letters, pageWith(place, 2), 2).shown).toContain(letter)
})

test('a page of a list that is gone through once is that of the same list held', () => {
  for (const length of [0, 1, 2, 4, 5])
    for (const page of [1, 2, 3, 9]) {
      const letters = [...'abcde'].slice(0, length)
      const passing = onePageOf<string>({ page, size: 2 })

      for (const letter of letters) passing.add(letter)

      expect(passing.page()).toEqual(listPage(letters, page, 2))
    }
})
