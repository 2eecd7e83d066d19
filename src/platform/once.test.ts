import { expect, test } from 'vitest'
import { askedTogether } from './once.ts'

test('what is asked several times in one turn is asked once; what is asked differently, or later, again', async () => {
  const asked: string[] = []
  const ask = askedTogether(async (what: string, code?: string) => {
    asked.push(`${what} ${code}`)
    return asked.length
  })

  const together = await Promise.all([ask('rounds'), ask('rounds'), ask('rounds', '2016A')])
  const later = await ask('rounds')

  expect(together).toEqual([1, 1, 2])
  expect(later).toBe(3)
  expect(asked).toEqual(['rounds undefined', 'rounds 2016A', 'rounds undefined'])
})

test('a question that failed is asked anew in the next turn', async () => {
  let isAway = true
  const ask = askedTogether(async () => {
    if (isAway) throw new Error('away')
    return 'here'
  })

  await expect(Promise.all([ask(), ask()])).rejects.toThrow('away')
  isAway = false

  expect(await ask()).toBe('here')
})
