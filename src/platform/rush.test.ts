import { expect, test } from 'vitest'
import { isFull, isMachineFull } from './rush.ts'

test('a machine is full with less than a seventh of its time to spare', () => {
  const before = { idle: 1_000_000, all: 9_000_000 }
  const after = (idle: number) => ({ idle: before.idle + idle, all: before.all + 500 })

  expect([0, 74, 76, 500].map((idle) => isFull(before, after(idle)))).toEqual([true, true, false, false])
  // No time has passed.
  expect(isFull(before, before)).toBe(false)
})

test('without a rush, nobody asks whether it is', () => {
  expect(isMachineFull()).toBe(false)
})
