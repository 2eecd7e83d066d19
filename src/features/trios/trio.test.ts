import { expect, test } from 'vitest'
import { openUntilOf, outcomeOf, toldOfEnd } from './trio.ts'

test('it comes about when all agree, and not when one would rather not', () => {
  expect(outcomeOf([true, null, true])).toBeNull()
  expect(outcomeOf([null, false, null])).toBe('declined')
  expect(outcomeOf([true, true, false])).toBe('declined')
  expect(outcomeOf([true, true, true])).toBe('joined')
})

test('it is open for five days, and never past the last day of the round', () => {
  const round = { endsOn: '2016-06-19', zone: 'Australia/Sydney' }

  expect(openUntilOf(round, new Date('2016-03-04T12:00:00Z'))).toEqual(new Date('2016-03-09T12:00:00Z'))
  // The 20th begins in Sydney.
  expect(openUntilOf(round, new Date('2016-06-17T12:00:00Z'))).toEqual(new Date('2016-06-19T14:00:00Z'))
})

test('of its end is told who had agreed, and who waits as long as they do; never who declined', () => {
  const of = (isWaiting: boolean, agrees: boolean | null) => ({ isWaiting, agrees })
  const [declined, agreed, waiting] = [of(false, false), of(false, true), of(true, null)]

  expect(toldOfEnd([declined, agreed, waiting], true)).toEqual([agreed, waiting])
  expect(toldOfEnd([of(false, null), agreed, waiting], false)).toEqual([agreed])
  expect(toldOfEnd([agreed, agreed, of(true, false)], true)).toEqual([agreed, agreed])
})
