import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../src/platform/root.ts'

const page = 'docs/security/asvs.md'

type Row = { id: string; proof: string }

const rowsIn = (text: string): Row[] =>
  text.split('\n').flatMap((line) => {
    const [, id = '', proof = ''] = /^\| (\d\S*(?:, \d\S*)*) \| .* \| (.+) \|$/.exec(line) ?? []
    return id ? [{ id, proof }] : []
  })

/** What is wrong with a row: a test that is not there, or neither a test nor a reason. */
function faultOf({ id, proof }: Row): string | null {
  if (/^(not here|read|open): \S/.test(proof)) return null
  const [, file = '', name = ''] = /^`([^`]+)`: (.+)$/.exec(proof) ?? []
  if (!file || !existsSync(join(root, file))) return `${id}: no file in "${proof}"`
  const isThere = readFileSync(join(root, file), 'utf8').includes(`'${name}'`)
  return isThere ? null : `${id}: ${file} has no test "${name}"`
}

const faultsIn = (text: string) => rowsIn(text).flatMap((row) => faultOf(row) ?? [])

test('every requirement that applies has a test that is there, or a reason', () => {
  const text = readFileSync(join(root, page), 'utf8')

  expect(rowsIn(text).length).toBeGreaterThan(50)
  expect(faultsIn(text)).toEqual([])
})

test('a test that is not there, and a row without a reason, are noticed', () => {
  const planted = [
    '| 6.0.1 | something | `test/asvs.test.ts`: a test that nobody wrote |',
    '| 6.0.2 | something | `test/nowhere.test.ts`: a test |',
    '| 6.0.3 | something | not here: |',
    '| 6.0.4 | something | not here: there is none |',
  ].join('\n')

  expect(faultsIn(planted)).toEqual([
    '6.0.1: test/asvs.test.ts has no test "a test that nobody wrote"',
    '6.0.2: no file in "`test/nowhere.test.ts`: a test"',
    '6.0.3: no file in "not here:"',
  ])
})
