import { bonusFor, type Graph } from './graph.ts'
import { firstRepeat } from './repeats.ts'

/** The result of more vertices may be longer than a text can be. */
const MOST_VERTICES = 10_000_000
/** Far from where totals of so many vertices would stop being exact. */
const HEAVIEST = 1_000_000
/** `0 1 0` and its line break. */
const SHORTEST_LINE = 6

const SPACE = 32
const NEW_LINE = 10
/** Some editors begin a file with this mark of its encoding. */
const MARK = [0xef, 0xbb, 0xbf]
const RETURN = 13
const ZERO = 48

/** A graph file that is refused. */
export class BadGraph extends Error {
  /** Counted from 1. */
  readonly line: number
  readonly reason: string

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`)
    this.name = 'BadGraph'
    this.line = line
    this.reason = reason
  }
}

/**
 * Reads a graph: a first line `n m`, then m lines `u v w` with vertices 0 to n-1 and whole weights 0 to
 * 1,000,000, each pair at most once. Numbers are parted by single spaces; lines end in LF or CR LF, the
 * last one need not.
 *
 * @throws BadGraph with the first line that is wrong. O(n + m)
 */
export function readGraph(text: string | Uint8Array): Graph {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const reader = { bytes, at: MARK.every((byte, at) => bytes[at] === byte) ? MARK.length : 0, line: 1 }
  const n = number(reader, SPACE, MOST_VERTICES, 'the number of vertices')
  const most = Math.floor((reader.bytes.length + 1) / SHORTEST_LINE)
  const m = number(reader, NEW_LINE, Number.MAX_SAFE_INTEGER, 'the number of edges')
  if (m > most) throw new BadGraph(1, `${m} edges are announced, and the file is too short for them`)
  const graph = { n, u: new Int32Array(m), v: new Int32Array(m), w: new Int32Array(m) }
  if (n === 0 && m > 0) throw new BadGraph(1, 'there are edges and no vertices')
  for (let e = 0; e < m; e++) {
    const u = number(reader, SPACE, n - 1, 'a vertex')
    const v = number(reader, SPACE, n - 1, 'a vertex')
    graph.w[e] = number(reader, NEW_LINE, HEAVIEST, 'a weight')
    if (u === v) throw new BadGraph(reader.line - 1, `vertex ${u} is joined to itself`)
    graph.u[e] = u
    graph.v[e] = v
  }
  if (reader.at < reader.bytes.length)
    throw new BadGraph(
      reader.line,
      `the file goes on after the last of its edges, of which line 1 announces ${m}`,
    )
  const repeat = firstRepeat(n, graph.u, graph.v)
  if (repeat !== -1)
    throw new BadGraph(repeat + 2, `vertices ${graph.u[repeat]} and ${graph.v[repeat]} are joined before`)
  return graph
}

/**
 * Writes a graph as `readGraph` reads it. O(n + m)
 *
 * @throws RangeError when it is no graph, or an edge is heavier than may be read
 */
export function graphText(graph: Graph): string {
  bonusFor(graph, 'weight')
  const { n, u, v, w } = graph
  const tooHeavy = Array.prototype.findIndex.call(w, (weight) => weight > HEAVIEST)
  if (tooHeavy !== -1) throw new RangeError(`edge ${tooHeavy} weighs ${w[tooHeavy]}`)
  const lines = Array.from({ length: w.length }, (_, e) => `${u[e]} ${v[e]} ${w[e]}\n`)
  return `${n} ${w.length}\n${lines.join('')}`
}

type Reader = { bytes: Uint8Array; at: number; line: number }

function number(reader: Reader, then: number, most: number, what: string): number {
  const { bytes } = reader
  const start = reader.at
  let at = start
  let value = 0
  for (; bytes[at]! >= ZERO && bytes[at]! <= ZERO + 9; at++) {
    value = value * 10 + bytes[at]! - ZERO
    if (value > most) throw new BadGraph(reader.line, `${what} may be at most ${most}`)
  }
  if (at === start) throw new BadGraph(reader.line, `${what} is missing or not a whole number of at least 0`)
  if (then === NEW_LINE) {
    if (bytes[at] === RETURN) at++
    if (at < bytes.length && bytes[at] !== NEW_LINE)
      throw new BadGraph(reader.line, `the line goes on after ${what}`)
    reader.line++
  } else if (bytes[at] !== SPACE)
    throw new BadGraph(reader.line, `${what} is not followed by a space and a number`)
  reader.at = Math.min(at + 1, bytes.length)
  return value
}
