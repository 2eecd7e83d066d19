import { expect, test } from 'vitest'
import { type Base, baseName, baseOf, isLogFile, outlivedBases } from './minute.ts'

const day = 86_400_000
const now = new Date('2016-02-29T02:20:00Z')
const basesFor = (days: number): Base[] =>
  Array.from({ length: days }, (_, ago) => ({
    name: `${ago} days ago`,
    at: new Date(now.getTime() - ago * day),
    cluster: '1',
    log: '000000010000000000000001',
  }))

test('there is always a copy from before the last seven days, and only one', () => {
  const gone = outlivedBases(basesFor(11), now)

  expect(gone.map(({ name }) => name)).toEqual(['8 days ago', '9 days ago', '10 days ago'])
  expect(outlivedBases(basesFor(3), now)).toEqual([])
})

test('a name says when and of which cluster', () => {
  const base = { at: now, cluster: '7400123', log: '0000000100000000000000A3' }
  const name = baseName(base, true)

  expect(name).toBe('base-2016-02-29T022000Z-7400123-0000000100000000000000A3.tar.zst.age')
  expect(baseOf(name)).toEqual({ name, ...base })
  expect(baseOf('twinleaf-2016-02-29T022000Z.tar.zst')).toBe(null)
})

test.each([
  ['0000000100000000000000A3', true],
  ['0000000100000000000000A3.00000028.backup', true],
  ['00000002.history', true],
  ['archtemp.0000000100000000000000A3', false],
  ['0000000100000000000000A3.partial', false],
])('%s is a file of the log: %s', (name, is) => {
  expect(isLogFile(name)).toBe(is)
})
