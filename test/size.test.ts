import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'

type Measured = { where: string; lines: number; parameters: number }

/** What every function is handed: the outside world, who is asking, and when. It tells nothing about the function. */
const handed = new Set(['app', 'db', 'tx', 'actor', 'actorId', 'now', 'at', 'c', 't'])

/** Every function of a source text that has a body, with its lines and how many things it must be told. */
function functionsIn(file: string, text: string): Measured[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind)
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line
  const found: Measured[] = []
  const walk = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const first = lineOf(node.getStart())
      const told = node.parameters.filter(({ name }) => !handed.has(name.getText()))
      found.push({
        where: `${file}:${first + 1}`,
        lines: lineOf(node.end) - first + 1,
        parameters: told.length,
      })
    }
    ts.forEachChild(node, walk)
  }
  walk(source)
  return found
}

const files = globSync('{src,public}/**/*.{ts,tsx}').filter(
  (file) => !/\.test\.|words\/index\.ts$|db\/tables\.ts$/.test(file),
)
const all = files.flatMap((file) => functionsIn(file, readFileSync(file, 'utf8')))

/** Of the values sorted, the one below which this part of them lies. */
const quantile = (values: number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? 0

test('no function is longer than 60 lines, most fit in 9, nine in ten in 25', () => {
  const lines = all.map((one) => one.lines)

  expect(all.filter((one) => one.lines > 60).map(({ where, lines }) => `${where} ${lines}`)).toEqual([])
  expect([quantile(lines, 0.5) <= 9, quantile(lines, 0.9) <= 25]).toEqual([true, true])
})

test('nine in ten functions of pages fit in 40 lines', () => {
  const pages = all.filter(({ where }) => /\/pages?(\/|\.tsx)/.test(where))

  expect(
    quantile(
      pages.map((one) => one.lines),
      0.9,
    ),
  ).toBeLessThanOrEqual(40)
})

// The engine's inner loops make no objects, so what they are told comes one by one.
test('a function is told four things at the most, then an object', () => {
  const told = all.filter(({ where }) => !where.startsWith('src/matching/'))

  expect(told.filter((one) => one.parameters > 4).map(({ where }) => where)).toEqual([])
})

test('a function that is too long, or told too much, is seen', () => {
  const long = `function long() {\n${'  work()\n'.repeat(60)}}`
  const told = 'const told = (app: App, a: 1, b: 2, c: Context, d: 3, e: 4, f: 5) => a'

  expect(functionsIn('a.ts', long)[0]?.lines).toBe(62)
  expect(functionsIn('b.ts', told)[0]?.parameters).toBe(5)
})
