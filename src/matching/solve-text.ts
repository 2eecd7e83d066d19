import type { Certificate, Graph, Objective, Result } from './graph.ts'
import { readGraph } from './graph-text.ts'
import { solve } from './solve.ts'
import { type Verdict, verify } from './verify.ts'

/** A solved graph as JSON: plain arrays, with the milliseconds each step took. */
export type SolvedText = {
  n: number
  m: number
  cardinality: number
  weight: number
  mate: number[]
  certificate: Certificate
  ms: { read: number; solve: number; verify: number }
}

/**
 * Reads a graph, solves it and checks the proof before anything is said about it.
 *
 * @param clock milliseconds; handed in, as everywhere
 * @throws BadGraph for a file that is none; RangeError when its numbers are too large together; Error when
 *   the proof does not hold, which would be a fault of this program
 */
export function solveText(
  text: string | Uint8Array,
  { objective, clock }: { objective: Objective; clock(): number },
): SolvedText {
  const start = clock()
  const graph = readGraph(text)
  const read = clock()
  const result = solve(graph, { objective })
  const solved = clock()
  const verdict = verify(graph, result)
  const verified = clock()
  if (!verdict.ok) throw new Error(`the proof does not hold: ${verdict.reason}`)
  return plainResult(graph, result, {
    read: read - start,
    solve: solved - read,
    verify: verified - solved,
  })
}

/** A result in plain arrays, to be written as JSON for `verifyText`. Times nobody measured are 0. */
export function plainResult(
  graph: Graph,
  { cardinality, weight, mate, certificate }: Result,
  ms: SolvedText['ms'] = { read: 0, solve: 0, verify: 0 },
): SolvedText {
  const { scale, bonus, y, home, parent, z } = certificate
  return {
    n: graph.n,
    m: graph.w.length,
    cardinality,
    weight,
    mate: Array.from(mate),
    certificate: {
      scale,
      bonus,
      mate: Array.from(mate),
      y: Array.from(y),
      home: Array.from(home),
      parent: Array.from(parent),
      z: Array.from(z),
    },
    ms,
  }
}

/**
 * Checks a result, as `solveText` writes it, against its graph. Whatever else the text may be is refused with
 * a reason.
 *
 * @throws BadGraph for a graph that is none
 */
export function verifyText(graph: string | Uint8Array, result: string | Uint8Array): Verdict {
  const known = readGraph(graph)
  const wrong = (reason: string): Verdict => ({ ok: false, reason })
  let value: unknown
  try {
    value = JSON.parse(
      typeof result === 'string' ? result.replace(/^\u{feff}/u, '') : new TextDecoder().decode(result),
    )
  } catch {
    return wrong('the result is not JSON')
  }
  if (!isRecord(value) || !isRecord(value.certificate)) return wrong('the result has no certificate')
  const { certificate } = value
  if (value.n !== known.n || value.m !== known.w.length) return wrong('the result is about another graph')
  for (const key of ['cardinality', 'weight']) {
    if (typeof value[key] !== 'number') return wrong(`${key} is not a number`)
  }
  for (const key of ['scale', 'bonus']) {
    if (typeof certificate[key] !== 'number') return wrong(`${key} is not a number`)
  }
  for (const key of ['mate', 'y', 'home', 'parent', 'z']) {
    if (!isNumbers(certificate[key])) return wrong(`${key} is not a list of numbers`)
  }
  if (!isNumbers(value.mate)) return wrong('mate is not a list of numbers')
  return verify(known, value as SolvedText)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'number')
}
