import { FORBIDDEN, type Problem } from '../problem.ts'

type Pair = [number, number]

/**
 * What a plan is judged by, most important first: people placed, ends of a trio who may meet, points of the
 * worst free pair, total.
 */
export type Worth = { placed: number; worst: number; total: number }

type Candidate = { meetings: Pair[]; free: Pair[]; ends: Pair | null; placed: number }

/** The worth of the best plan for at most about 8 people, by trying all. */
export function bestPlanByTrying(problem: Problem): Worth {
  const isBanned = ([a, b]: Pair) =>
    problem.bans.some(([c, d]) => (a === c && b === d) || (a === d && b === c))
  const mayBe = (pair: Pair) => !isBanned(pair) && problem.score(...pair) !== FORBIDDEN
  const plain = pairings(problem, mayBe)
  const most = plain.reduce((best, { placed }) => Math.max(best, placed), 0)
  const trios = plain.flatMap((plan) => withTrio(problem, plan, mayBe)).filter(({ ends }) => !isBanned(ends!))
  const fuller = trios.filter(({ placed }) => placed > most)
  const friendly = fuller.filter(({ ends }) => mayBe(ends!))
  const pool = friendly.length > 0 ? friendly : fuller.length > 0 ? fuller : plain
  const worths = pool.map((plan) => worthOf(problem, plan))
  return worths.reduce((best, each) => (isBetter(each, best, problem.worstFirst) ? each : best))
}

function isBetter(a: Worth, b: Worth, worstFirst: boolean): boolean {
  if (a.placed !== b.placed) return a.placed > b.placed
  if (worstFirst && a.worst !== b.worst) return a.worst > b.worst
  return a.total > b.total
}

function worthOf(problem: Problem, { meetings, free, placed }: Candidate): Worth {
  const points = (pairs: Pair[]) => pairs.map((pair) => problem.score(...pair))
  return {
    placed,
    worst: Math.min(...points(free)),
    total: points(meetings).reduce((sum, each) => sum + each, 0),
  }
}

/** All ways to pair people, pins included. */
function pairings({ ids, pins }: Problem, mayBe: (pair: Pair) => boolean): Candidate[] {
  const pinned = pins.map(([a, b]): Pair => [a, b])
  const left = [...ids.keys()].filter((person) => !pinned.flat().includes(person))
  const ways = (people: number[]): Pair[][] => {
    const [first, ...rest] = people
    if (first === undefined) return [[]]
    const alone = ways(rest)
    const paired = rest
      .filter((other) => mayBe([first, other]))
      .flatMap((other) =>
        ways(rest.filter((person) => person !== other)).map((way): Pair[] => [[first, other], ...way]),
      )
    return [...alone, ...paired]
  }
  return ways(left).map((free) => ({
    meetings: [...pinned, ...free],
    free,
    ends: null,
    placed: 2 * (pinned.length + free.length),
  }))
}

function withTrio({ ids, willing }: Problem, plan: Candidate, mayBe: (pair: Pair) => boolean): Candidate[] {
  const placed = plan.meetings.flat()
  const alone = [...ids.keys()].filter((person) => !placed.includes(person))
  return alone.flatMap((third) =>
    plan.meetings
      .flatMap(([a, b]): Pair[] => [
        [a, b],
        [b, a],
      ])
      .filter(([centre]) => willing.includes(centre) && mayBe([centre, third]))
      .map(([centre, partner]) => ({
        meetings: [...plan.meetings, [centre, third] as Pair],
        free: [...plan.free, [centre, third] as Pair],
        ends: [partner, third] as Pair,
        placed: plan.placed + 1,
      })),
  )
}
