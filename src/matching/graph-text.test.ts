import { expect, test } from 'vitest'
import { BadGraph, graphText, readGraph } from './graph-text.ts'
import { solveText, verifyText } from './solve-text.ts'

const square = '4 5\n0 1 3\n1 2 4\n2 3 3\n3 0 0\n0 2 1000000\n'

test('a graph is read as it is written', () => {
  const graph = {
    n: 4,
    u: Int32Array.of(0, 1, 2, 3, 0),
    v: Int32Array.of(1, 2, 3, 0, 2),
    w: Int32Array.of(3, 4, 3, 0, 1_000_000),
  }

  expect(readGraph(square)).toEqual(graph)
  expect(readGraph(square.replaceAll('\n', '\r\n'))).toEqual(graph)
  expect(readGraph(new TextEncoder().encode(square.trimEnd()))).toEqual(graph)
  expect(readGraph(`\u{feff}${square}`)).toEqual(graph)
  expect(readGraph('0 0')).toEqual({ n: 0, u: new Int32Array(), v: new Int32Array(), w: new Int32Array() })
})

test('what is written can be read, or is refused', () => {
  const pair = { n: 2, u: [0], v: [1], w: [7] }

  expect(graphText(readGraph(square))).toBe(square)
  expect(() => graphText({ ...pair, w: [0.5] })).toThrow('edge 0 weighs 0.5')
  expect(() => graphText({ ...pair, v: [2] })).toThrow('edge 0 joins 0 and 2')
  expect(() => graphText({ ...pair, w: [1_000_001] })).toThrow('edge 0 weighs 1000001')
})

test.each([
  ['an empty file', '', 1, 'the number of vertices is missing'],
  ['a lonely number', '4\n', 1, 'the number of vertices is not followed by a space'],
  ['more edges announced than there are', '4 3\n0 1 1\n1 2 1\n', 1, '3 edges are announced'],
  ['a missing last edge', '4 2\n100000 1 1\n', 2, 'a vertex may be at most 3'],
  ['fewer edges announced than there are', '4 1\n0 1 1\n1 2 1\n', 3, 'the file goes on after the last'],
  ['an empty line at the end', '4 1\n0 1 1\n\n', 3, 'the file goes on after the last'],
  ['an edge between nobody', '0 1\n0 1 1\n', 1, 'there are edges and no vertices'],
  ['a vertex out of range', '4 2\n0 1 1\n1 4 1\n', 3, 'a vertex may be at most 3'],
  ['a loop', '4 1\n2 2 1\n', 2, 'vertex 2 is joined to itself'],
  ['a pair given twice', '4 3\n0 1 1\n1 2 1\n1 0 5\n', 4, 'vertices 1 and 0 are joined before'],
  ['a negative weight', '4 1\n0 1 -1\n', 2, 'a weight is missing or not a whole number'],
  ['a broken weight', '4 1\n0 1 1.5\n', 2, 'the line goes on after a weight'],
  ['too heavy an edge', '4 1\n0 1 1000001\n', 2, 'a weight may be at most 1000000'],
  ['a word', '4 1\n0 one 1\n', 2, 'a vertex is missing or not a whole number'],
  ['a missing weight', '4 1\n0 1\n', 2, 'a vertex is not followed by a space'],
  ['two spaces', '4 1\n0  1 1\n', 2, 'a vertex is missing'],
  ['an empty line', '4 2\n0 1 1\n\n1 2 1000\n', 3, 'a vertex is missing'],
  ['an absurd number of vertices', '99999999999 0\n', 1, 'the number of vertices may be at most'],
])('%s is refused with its line', (_, text, line, reason) => {
  const read = () => readGraph(text)

  expect(read).toThrow(BadGraph)
  expect(read).toThrow(`line ${line}: ${reason}`)
})

test('a solved graph says what was found, how long it took, and proves it', () => {
  let time = 0
  const solved = solveText(square, { objective: 'cardinality', clock: () => time++ })

  expect(solved).toEqual({
    n: 4,
    m: 5,
    cardinality: 2,
    weight: 6,
    mate: [1, 0, 3, 2],
    certificate: expect.objectContaining({ scale: 2, bonus: 2 * 1_000_000 + 1, mate: [1, 0, 3, 2] }),
    ms: { read: 1, solve: 1, verify: 1 },
  })
  const json = JSON.stringify(solved)
  expect(verifyText(square, `\u{feff}${json}`)).toEqual({ ok: true, proves: 'cardinality' })
  expect(verifyText(square, json)).toEqual({ ok: true, proves: 'cardinality' })
  expect(verifyText(square, new TextEncoder().encode(`\u{feff}${json}`)).ok).toBe(true)
})

test.each([
  ['no JSON', 'mate', 'the result is not JSON'],
  ['no object', '[]', 'the result has no certificate'],
  ['a result for another graph', '{"n":3,"m":1,"certificate":{}}', 'the result is about another graph'],
  ['a result without numbers', '{"n":4,"m":5,"certificate":{}}', 'cardinality is not a number'],
])('%s is refused', (_, result, reason) => {
  expect(verifyText(square, result)).toEqual({ ok: false, reason })
})

test('a list that holds something else is refused', () => {
  const solved = solveText(square, { objective: 'weight', clock: () => 0 })

  const changed = { ...solved, certificate: { ...solved.certificate, y: ['1', null, {}, 2] } }

  expect(verifyText(square, JSON.stringify(changed))).toEqual({
    ok: false,
    reason: 'y is not a list of numbers',
  })
})
