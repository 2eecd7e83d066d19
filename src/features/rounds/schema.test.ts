import { expect, test } from 'vitest'
import { daysTyped } from './schema.ts'

test('days are parted by spaces and by the commas of any language, and each is one', () => {
  expect(daysTyped.parse(' 28, 0 14،42，56、14 ')).toEqual([0, 14, 28, 42, 56])
})
