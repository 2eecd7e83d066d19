import { expect, test } from 'vitest'
import { asWritten, bestOf, sideBySide } from './side-by-side.ts'

const numbered = (...numbers: number[]) => numbers.map((number) => ({ number }))

test.each([
  ['nothing where there is nothing', numbered(), null, [], numbered()],
  ['the plan and the newest others', numbered(1, 2, 3, 4, 5, 6), 2, [], numbered(2, 4, 5, 6)],
  ['those asked for, the plan among them first', numbered(1, 2, 3, 4), 3, [4, 3, 1], numbered(3, 1, 4)],
  ['those asked for without the plan', numbered(1, 2, 3, 4), 3, [4, 1], numbered(1, 4)],
  ['no more than four of those asked for', numbered(1, 2, 3, 4, 5), 1, [1, 2, 3, 4, 5], numbered(1, 3, 4, 5)],
  ['the usual ones where none asked for is there', numbered(1, 2), 2, [9], numbered(2, 1)],
])('side by side stand %s', (_what, done, plan, wanted, shown) => {
  expect(sideBySide(done, plan, wanted)).toEqual(shown)
})

test.each([
  ['the highest', [1, 3, 2], [1]],
  ['all of the highest', [3, 1, 3], [0, 2]],
  ['none where all are the same', [2, 2, 2], []],
  ['one beside another that has no value', [null, 2], [1]],
  ['none of nothing', [null, null], []],
  ['none of one', [7], []],
])('of several values the best is %s', (_what, values, best) => {
  expect([...bestOf(values)]).toEqual(best)
})

test('who reads the same is as good as the other', () => {
  const [better, worse, worst] = [asWritten(9_549), asWritten(9_546), asWritten(9_544)]

  expect(bestOf([better, worse, worst])).toEqual(new Set([0, 1]))
})
