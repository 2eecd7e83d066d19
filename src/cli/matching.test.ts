import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import '../features/applications/words.ts'
import { explanationOf } from './explain.ts'
import { addMatching } from './matching.ts'

const folder = mkdtempSync(join(tmpdir(), 'twinleaf-graph-'))
const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
/** Four people in a ring with a heavy chord: the most pairs are not the heaviest pair. */
const ring = file('ring.txt', '4 4\n0 1 1\n1 2 10\n2 3 1\n3 0 1\n')

afterEach(() => {
  process.exitCode = undefined
})

async function said(...words: string[]): Promise<string> {
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(String(line)))
  onTestFinished(() => log.mockRestore())
  const program = new Command('twinleaf').exitOverride()
  addMatching(program)
  await program.parseAsync(['matching', ...words], { from: 'user' })
  return lines.join('\n')
}

test('a graph is matched with the most pairs first, or by weight alone', async () => {
  expect(await said('solve', ring)).toBe('2 pairs with a weight of 11. The proof was checked.')
  const heaviest = JSON.parse(await said('solve', ring, '--objective', 'weight', '--json'))
  expect([heaviest.n, heaviest.m, heaviest.weight, heaviest.mate]).toEqual([4, 4, 11, [3, 2, 1, 0]])
})

test('a proof that holds is accepted, and one that was changed ends with 2', async () => {
  const solved = await said('solve', ring, '--json')
  const good = file('good.json', solved)
  const bad = file('bad.json', solved.replace('"weight":11', '"weight":12'))

  expect(await said('verify', ring, good)).toBe(
    'The proof holds: no matching has more pairs, and none with as many pairs a higher weight.',
  )
  expect(process.exitCode).toBeUndefined()
  expect(await said('verify', ring, bad)).toContain('The proof does not hold')
  expect(process.exitCode).toBe(2)
})

test.each([
  ['a line that is none', '2 1\n0 one 1\n', /line 2/i],
  ['a file that is empty', '', /./],
])('%s is refused with its number', async (_name, text, sentence) => {
  const error = await said('solve', file('wrong.txt', text)).catch((thrown: unknown) => thrown)

  const { exitCode, say } = explanationOf(error)
  expect(exitCode).toBe(2)
  expect(String(say)).toMatch(sentence)
})

test.each([
  ['a file that is not there', '/no/such/graph', 'There is no file /no/such/graph.'],
  ['a folder', folder, `${folder} cannot be read: it is a folder.`],
])('%s is said by its name', async (_name, path, sentence) => {
  const error = await said('solve', path).catch((thrown: unknown) => thrown)

  const { exitCode, say } = explanationOf(error)
  expect(exitCode).toBe(2)
  expect(String(say).replaceAll(/[\u2068\u2069]/g, '')).toBe(sentence)
})

test('the engine is measured on graphs of its own', async () => {
  const { size, measured } = JSON.parse(await said('bench', '--size', '10', '--json'))
  const table = await said('bench', '--size', '10')

  expect(size).toBe(10)
  const some = expect.any(Number)
  expect(measured).toContainEqual({
    name: '100 in triangles, all tied',
    n: 99,
    m: 131,
    cardinality: 49,
    weight: 49,
    ms: { cold: some, warm: some, verify: some },
  })
  expect(table.split('\n')).toHaveLength(measured.length + 2)
  expect(table).toContain('every pair of 10 ')
})

test.each(['9', '1e9', 'many'])('a bench of size %s is refused', async (size) => {
  const error = await said('bench', '--size', size).catch((thrown: unknown) => thrown)

  expect(explanationOf(error)).toEqual({ exitCode: 2, say: null })
})
