import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../src/platform/root.ts'

const page = 'docs/security/asvs.md'

/**
 * How many requirements of levels 1 and 2 each section has: those of level 3 come after them, so that these are the numbers from 1 on.
 *
 * @source ASVS 5.0.0
 */
const asked: Record<string, number> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2 },
  ...{ '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2 },
  ...{ '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3 },
  ...{ '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2 },
  ...{ '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4 },
  ...{ '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1 },
  ...{ '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5 },
  ...{ '14.1': 2, '14.2': 4, '14.3': 3 },
  ...{ '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3 },
  ...{ '17.1': 1, '17.2': 4, '17.3': 2 },
}
const numbers = Object.entries(asked).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
)

type Row = { ids: string[]; proof: string }

const rowsIn = (text: string): Row[] =>
  text.split('\n').flatMap((line) => {
    const [, ids = '', proof = ''] = /^\| (\d\S*(?:, \d\S*)*) \| .* \| (.+) \|$/.exec(line) ?? []
    return ids ? [{ ids: ids.split(', ').flatMap(allOf), proof }] : []
  })

/** `6.2.1–6.2.3` is three numbers. */
function allOf(range: string): string[] {
  const [first = '', last] = range.split('–')
  if (last === undefined) return [first]
  const [section, from, to] = [
    first.replace(/\d+$/, ''),
    ...[first, last].map((one) => Number(one.split('.').at(-1))),
  ]
  if (!last.startsWith(`${section}`) || !(Number(to) > Number(from))) return [range]
  return Array.from(
    { length: Number(to) - Number(from) + 1 },
    (_, index) => `${section}${Number(from) + index}`,
  )
}

/** What is wrong with a row: a test or a page that is not there, or neither a test nor a reason. */
function faultOf({ ids, proof }: Row): string | null {
  const id = ids[0] ?? ''
  if (/^(not here|read|open): \S/.test(proof)) {
    const pages = [...proof.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to = '']) => to)
    const lost = pages.find((to) => !existsSync(join(root, dirname(page), to)))
    return lost ? `${id}: no page ${lost}` : null
  }
  const [, file = '', name = ''] = /^`([^`]+)`: (.+)$/.exec(proof) ?? []
  if (!file || !existsSync(join(root, file))) return `${id}: no file in "${proof}"`
  const isThere = namesIn(readFileSync(join(root, file), 'utf8')).some(
    (one) => one === name || one === `${name}: %s`,
  )
  return isThere ? null : `${id}: ${file} has no test "${name}"`
}

/** What stands in quotation marks before a comma, as names of tests do. */
const namesIn = (text: string) => [...text.matchAll(/'([^'\n]+)',/g)].map(([, name = '']) => name)

const faultsIn = (text: string) => rowsIn(text).flatMap((row) => faultOf(row) ?? [])

/** Numbers that no row has, and rows about what is not asked. */
function amissIn(text: string) {
  const told = new Set(rowsIn(text).flatMap(({ ids }) => ids))
  return {
    missing: numbers.filter((one) => !told.has(one)),
    unasked: [...told].filter((one) => !numbers.includes(one)),
  }
}

test('every requirement has a test that is there, or a reason', () => {
  const text = readFileSync(join(root, page), 'utf8')

  expect(numbers).toHaveLength(253)
  expect(faultsIn(text)).toEqual([])
  expect(amissIn(text)).toEqual({ missing: [], unasked: [] })
})

test('a test that is not there, a row without a reason and a number without a row are noticed', () => {
  const planted = [
    '| 6.0.1 | something | `test/asvs.test.ts`: a test that nobody wrote |',
    '| 6.0.2 | something | `test/nowhere.test.ts`: a test |',
    '| 6.0.3 | something | not here: |',
    '| 6.0.4 | something | not here: there is none |',
    '| 6.0.5 | something | read: [a page](nowhere.md) |',
    '| 6.2.1–6.2.11, 6.2.99 | something | not here: there is none |',
  ].join('\n')

  expect(faultsIn(planted)).toEqual([
    '6.0.1: test/asvs.test.ts has no test "a test that nobody wrote"',
    '6.0.2: no file in "`test/nowhere.test.ts`: a test"',
    '6.0.3: no file in "not here:"',
    '6.0.5: no page nowhere.md',
  ])
  const { missing, unasked } = amissIn(planted)
  expect(missing.filter((one) => one.startsWith('6.2.'))).toEqual(['6.2.12'])
  expect(unasked).toEqual(['6.0.1', '6.0.2', '6.0.3', '6.0.4', '6.0.5', '6.2.99'])
})
