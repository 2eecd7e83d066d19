import { expect, test } from 'vitest'
import { byKind, isEnough } from './found.ts'

test.each([
  ['', false],
  ['a', false],
  ['ab', true],
  ['李', true],
])('%j is enough to look for: %s', (text, is) => {
  expect(isEnough(text)).toBe(is)
})

test('what is found stands by kind, ten of each, and says when there are more', () => {
  const found = (kind: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({ kind, title: `${index}`, href: '/' }))

  const groups = byKind([...found('People', 11), ...found('Pairs', 1), ...found('Emails', 10)])

  expect(groups.map(({ kind, found: shown, hasMore }) => [kind, shown.length, hasMore])).toEqual([
    ['People', 10, true],
    ['Pairs', 1, false],
    ['Emails', 10, false],
  ])
})
