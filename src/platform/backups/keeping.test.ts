import { expect, test } from 'vitest'
import { outlived } from './keeping.ts'

const day = 86_400_000
const start = Date.parse('2016-02-29T02:20:00Z')
const daily = (count: number) =>
  Array.from({ length: count }, (_, ago) => ({ name: `${ago} days ago`, at: new Date(start - ago * day) }))

/** As it goes day by day: one is made, and what is outlived is removed. */
function afterDays(count: number) {
  let kept: ReturnType<typeof daily> = []
  for (const one of daily(count).reverse()) {
    const made = [...kept, one]
    const gone = outlived(made)
    kept = made.filter((each) => !gone.includes(each))
  }
  return kept.map(({ name }) => name).reverse()
}

test('after a year there are seven days and four weeks, none older than 35 days', () => {
  const kept = afterDays(365)

  expect(kept.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6].map((ago) => `${ago} days ago`))
  expect(kept.length).toBeLessThanOrEqual(11)
  expect(kept.length).toBeGreaterThanOrEqual(9)
  expect(Number.parseInt(kept.at(-1) ?? '', 10)).toBeGreaterThanOrEqual(14)
  expect(Number.parseInt(kept.at(-1) ?? '', 10)).toBeLessThanOrEqual(35)
})

test('of several on a day the newest stays', () => {
  const [morning, noon] = [new Date('2016-02-29T06:00:00Z'), new Date('2016-02-29T12:00:00Z')].map((at) => ({
    name: at.toISOString(),
    at,
  })) as [{ name: string; at: Date }, { name: string; at: Date }]

  expect(outlived([morning, noon])).toEqual([morning])
})

test('while none are made, none go', () => {
  const few = [{ name: 'old', at: new Date('2013-01-01T00:00:00Z') }]

  expect(outlived(few)).toEqual([])
})
