import { expect, test } from 'vitest'
import { pauseAfter } from './backoff.ts'

const minutes = (attempts: number, id: string) => pauseAfter(attempts, id) / 60_000

test('attempts come further and further apart, up to four hours, each a quarter shorter or longer', () => {
  for (const id of ['ada', 'sol', 'mei']) {
    for (const [attempts, about] of [
      [1, 1],
      [2, 2],
      [5, 16],
      [8, 128],
      [9, 240],
      [40, 240],
    ] as const) {
      expect(minutes(attempts, id)).toBeGreaterThanOrEqual(about * 0.75)
      expect(minutes(attempts, id)).toBeLessThanOrEqual(about * 1.25)
    }
  }
})

test('a thousand mails that failed together do not come back together', () => {
  const pauses = Array.from({ length: 1000 }, (_, index) => pauseAfter(1, `mail ${index}`))

  expect(new Set(pauses).size).toBeGreaterThan(900)
  expect(pauseAfter(1, 'mail 1')).toBe(pauses[1])
})
