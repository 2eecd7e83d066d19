import { SCALE } from '../graph.ts'
import { nestingOf, sharedPrice } from '../solver/nesting.ts'
import type { Optimum } from '../solver/read-off.ts'
import {
  type Account,
  accountOf,
  morePairs,
  noteBound,
  noteMatching,
  planOf,
  report,
  within,
} from './account.ts'
import { addPairs, addRing, candidatesFor, type Solved, solveAmong } from './candidates.ts'
import type { Crowd, CrowdOptions, CrowdPlan } from './crowd.ts'
import { forgetAll, noneSoFar, offerPair, offerTo, type Pairs, type Worst, worstOf } from './few-worst.ts'
import { type Answer, KEEP } from './look.ts'
import type { Question } from './looking.ts'
import { noteLook, toLookAt, type Watch } from './watch.ts'

/** One way through all pairs, in parts. They may be asked in any order, but are told in their own. */
export type Pass = {
  parts: number
  question(part: number): Question
  /** @returns whether the next part is wanted */
  tell(answer: Answer): boolean
}

/** Parts of a pass: a few, and one for so many people. */
const FEWEST_PARTS = 8
const PER_PART = 1500
/** More than any pair can be short of. */
const ANY = 2 ** 24
/** Pairs are worth knowing that would be short if prices fell by this part of the largest score. */
const NEAR = 1 / 100

/**
 * Finds the plan, and leaves it to others to go through the pairs, in whatever threads.
 *
 * First a few candidates for each person and the best matching among them. Then pass after pass for pairs
 * that its prices do not pay for: they become candidates and the matching is improved, until there are none.
 * People may stay alone for nothing at first; only when no pair brings more points, pairs come before points.
 */
export function* crowdSteps(crowd: Crowd, options: CrowdOptions): Generator<Pass, CrowdPlan, void> {
  const { n } = crowd
  const account = accountOf(crowd, options)
  const candidates = candidatesFor(n)
  const worst = noneSoFar(n, KEEP)
  yield passOf(account, seekCandidates(n), (answer) => takeCandidates(worst, answer))
  const watch: Watch = { near: nearFor(account, worst), safe: undefined, isFull: new Uint8Array(n) }
  addPairs(candidates, worstOf(worst))
  addRing(candidates, crowd, worst)
  let floor = 0
  let solved = solveAmong(candidates, n, floor)
  for (;;) {
    noteMatching(account, candidates, solved.optimum.mate)
    if (account.isStopped) return planOf(account, solved.optimum, false)
    const question = seekUnpaid(account, watch, solved)
    forgetAll(worst)
    account.passes++
    yield passOf(account, question, (answer) => takeUnpaid(worst, answer))
    if (account.isStopped) return planOf(account, solved.optimum, false)
    const found = worstOf(worst)
    const short = shortOf(worst, found, solved.optimum)
    noteLook(watch, question.among, question.y, worst.isFull)
    noteBound(account, short, floor)
    if (short === 0 && (floor < 0 || !solved.optimum.mate.includes(-1)))
      return planOf(account, solved.optimum, true)
    if (morePairs(account) === 0 && within(account) <= (options.enough ?? -1))
      return planOf(account, solved.optimum, false)
    if (short === 0) floor = (-SCALE * account.bonus) / 2
    addPairs(candidates, found)
    solved = solveAmong(candidates, n, floor, solved.optimum)
  }
}

type WholeQuestion = Omit<Question, 'part' | 'parts' | 'look'>

function passOf(account: Account, whole: WholeQuestion, take: (answer: Answer) => void): Pass {
  const look = account.passes
  const parts = FEWEST_PARTS + Math.floor(account.n / PER_PART)
  let told = 0
  return {
    parts,
    question: (part) => ({ ...whole, look, part, parts }),
    tell(answer) {
      take(answer)
      account.scores += answer.scores
      report(account, ++told / parts)
      return !account.isStopped
    },
  }
}

/** The best few for each person, by points alone. */
function seekCandidates(n: number): WholeQuestion {
  const known = { start: new Int32Array(n + 1), to: new Int32Array(0) }
  return { y: new Float64Array(n), known, near: ANY, among: null, isFewEnough: true }
}

function takeCandidates(worst: Worst, { pairs: { a, b, points, short } }: Answer): void {
  for (let at = 0; at < a.length; at++) offerTo(worst, a[at]!, b[at]!, points[at]!, short[at]!)
}

function seekUnpaid({ n }: Account, watch: Watch, { graph, optimum }: Solved): WholeQuestion {
  const y = optimum.y.slice(0, n)
  const known = { start: graph.start, to: graph.to }
  return { y, known, near: watch.near, among: toLookAt(watch, y), isFewEnough: false }
}

function takeUnpaid(worst: Worst, { pairs: { a, b, points, short }, full }: Answer): void {
  for (let at = 0; at < a.length; at++) offerPair(worst, a[at]!, b[at]!, points[at]!, short[at]!)
  for (const person of full) worst.isFull[person] = 1
}

/** Less where the few best of a person are about as good as each other: with many ties, all pairs are near. */
function nearFor({ largest }: Account, { keep, count, short }: Worst): number {
  let spread = 0
  for (let own = 0; own < count.length; own++) {
    if (count[own]! > 0) spread += short[own * keep]! - short[own * keep + count[own]! - 1]!
  }
  const mean = count.length === 0 ? 0 : spread / count.length
  return Math.floor(Math.min(SCALE * largest * NEAR, mean / 2))
}

/**
 * What all pairs of any one matching together are short of at most.
 *
 * A pair is short of at most half of what the worst pairs of its two people are short of. Pairs that were not
 * kept are short of no more than the last that was.
 */
function shortOf(worst: Worst, { a, b, short }: Pairs, optimum: Optimum): number {
  const { keep, isFull } = worst
  const nesting = nestingOf(optimum)
  const most = Float64Array.from(isFull, (each, own) =>
    each === 1 ? Math.max(0, worst.short[own * keep + keep - 1]!) : 0,
  )
  for (let at = 0; at < a.length; at++) {
    const one = a[at]!
    const other = b[at]!
    const left = short[at]! - sharedPrice(nesting, optimum.home[one]! + 1, optimum.home[other]! + 1)
    if (left > most[one]!) most[one] = left
    if (left > most[other]!) most[other] = left
  }
  return most.reduce((sum, each) => sum + each, 0) / 2
}
