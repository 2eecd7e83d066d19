/**
 * Measures what changes cost in a session against solving anew: `node bench/matching/session.ts`.
 *
 * Prints medians of CPU milliseconds in one warm process, solves and changes in turns, so that a busy machine
 * is busy for all. Each change starts from a solved session and is undone before the next.
 */
import { cpus } from 'node:os'
import { drawFrom } from '../../src/matching/draw.ts'
import {
  type Graph,
  openSession,
  type Resolved,
  type Session,
  solve,
  verify,
} from '../../src/matching/index.ts'
import { bestOfSome, everyPair } from '../../src/matching/testing/families.ts'

const rounds = 60
const warmUp = 15

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!
}

const shown = (ms: number) => (ms < 100 ? ms.toPrecision(2) : Math.round(ms).toLocaleString('en'))

function cpu<T>(work: () => T): [T, number] {
  const start = process.cpuUsage()
  const done = work()
  const { user, system } = process.cpuUsage(start)
  return [done, (user + system) / 1000]
}

/** A change, how it is undone, and those it is about. */
type Change = { make(session: Session): void; undo(session: Session): void; about: number[] }
type Kind = { name: string; keepsAll: boolean; next(session: Session): Change }

function dropping(count: number, n: number, seed: number): Kind['next'] {
  const draw = drawFrom(seed)
  return () => {
    const gone = new Set<number>()
    while (gone.size < count) gone.add(draw(n))
    return {
      make(session) {
        for (const v of gone) session.drop(v)
      },
      undo(session) {
        for (const v of gone) session.restore(v)
      },
      about: [...gone],
    }
  }
}

function pinning(graph: Graph, seed: number): Kind['next'] {
  const draw = drawFrom(seed)
  return () => {
    const e = draw(graph.w.length)
    const pair: [number, number] = [graph.u[e]!, graph.v[e]!]
    return {
      make: (session) => session.pin(...pair),
      undo: (session) => session.unpin(...pair),
      about: pair,
    }
  }
}

/** Vertices that were neither changed themselves nor freed by the change, and have another partner all the same. */
function othersOf(before: Resolved, after: Resolved, about: number[]): number {
  const concerned = new Set(about.flatMap((v) => [v, before.mate[v]!]))
  return after.changed.filter((v) => !concerned.has(v)).length
}

function compare(name: string, graph: Graph): void {
  const session = openSession(graph, { objective: 'cardinality' })
  const kinds: Kind[] = [
    { name: '2 drop out, living pairs kept', keepsAll: true, next: dropping(2, graph.n, 1) },
    { name: '20 drop out, living pairs kept', keepsAll: true, next: dropping(20, graph.n, 2) },
    { name: '2 drop out', keepsAll: false, next: dropping(2, graph.n, 3) },
    { name: '20 drop out', keepsAll: false, next: dropping(20, graph.n, 4) },
    { name: 'a pair is pinned', keepsAll: false, next: pinning(graph, 5) },
  ]
  const anew: number[] = []
  const rows = kinds.map((): { ms: number[]; others: number[] } => ({ ms: [], others: [] }))
  for (const [at, kind] of kinds.entries()) {
    const bonus = { keepBonus: kind.keepsAll ? Infinity : 0 }
    for (let round = 0; round < rounds; round++) {
      if (round % 4 === 0) anew.push(cpu(() => solve(graph, { objective: 'cardinality' }))[1])
      const before = session.resolve(bonus)
      const { make, undo, about } = kind.next(session)
      const [after, ms] = cpu(() => {
        make(session)
        return session.resolve(bonus)
      })
      if (round >= warmUp) {
        rows[at]!.ms.push(ms)
        rows[at]!.others.push(othersOf(before, after, about))
      }
      if (round === 0 && !verify(session.graph(), after).ok) throw new Error(`${kind.name}: not proven`)
      undo(session)
    }
  }
  const cold = median(anew.slice(5))
  console.log(`${name}: solved anew in ${shown(cold)} ms`)
  for (const [at, kind] of kinds.entries()) {
    const { ms, others } = rows[at]!
    const cost = median(ms)
    console.log(
      `  ${kind.name}: ${shown(cost)} ms, ${(cost / cold).toPrecision(2)}x; others with a new partner: ${median(others)}, at most ${Math.max(...others)}`,
    )
  }
}

console.log(`Node ${process.version}, ${cpus()[0]?.model}. CPU ms, medians of ${rounds - warmUp}.`)
compare('every pair of 1,000', everyPair(1000, 1))
compare('10,000, best 32 each', bestOfSome(10_000, 32, 400, 1))
