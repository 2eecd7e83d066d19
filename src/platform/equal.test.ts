import { expect, test } from 'vitest'
import { areEqual } from './equal.ts'

test('what is compared is the same in every byte, or it is not', () => {
  expect([areEqual('', ''), areEqual('núñez', 'núñez'), areEqual('key', Buffer.from('key'))]).toEqual([
    true,
    true,
    true,
  ])
  expect([areEqual('key', 'kez'), areEqual('key', 'keys'), areEqual('', 'key')]).toEqual([
    false,
    false,
    false,
  ])
})
