import { SCALE } from '../graph.ts'
import { adjacencyOf } from '../solver/adjacency.ts'
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
import {
  addMissing,
  addPairs,
  addRing,
  bestKnown,
  type Candidates,
  candidatesFor,
  raisedIn,
  rescored,
  type Solved,
  solveAmong,
  startAt,
  startAtHalf,
  unionOf,
} from './candidates.ts'
import type { Crowd, CrowdOptions, CrowdPlan } from './crowd.ts'
import { forgetAll, noneSoFar, offerPair, offerTo, type Pairs, type Worst, worstOf } from './few-worst.ts'
import { aloneIn, firstBox, floorsAt, nextBox } from './floors.ts'
import type { Answer } from './look.ts'
import type { Question } from './looking.ts'
import { pricesByPilot } from './pilot.ts'
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
/** Pairs to bring home for each person: where kinds are small, more of them cost less than to look again. */
const KEEP = 8
const KEEP_IN_MIXED = 20
/** This part of all people counts as served worst. */
const POOR = 1 / 50

/** What there is to go on from when nearly the same crowd is to be solved once more. */
export type Warm = {
  candidates: Candidates
  near: number
  /** Prices to start from; null to start from none. The vertices are the same, and so is `bonus`. */
  former: { optimum: Optimum; floor: number; bonus: number } | null
}

export type Found = { plan: CrowdPlan; warm: Warm }

/**
 * Finds the plan, and leaves it to others to go through the pairs, in whatever threads.
 *
 * First a few candidates for each person and the best matching among them. Then pass after pass for pairs
 * that its prices do not pay for: they become candidates and the matching is improved, until there are none.
 * While first prices are a guess, people stay alone a little below theirs; then for nothing at first; only when no
 * pair brings more points, pairs come before points.
 */
export function* crowdSteps(crowd: Crowd, options: CrowdOptions, from?: Warm): Generator<Pass, Found, void> {
  const { n } = crowd
  const account = accountOf(crowd, options)
  const worst = noneSoFar(n, keepIn(account))
  const { candidates, near, prices } = from
    ? { ...from, candidates: rescored(from.candidates, crowd), prices: null }
    : yield* firstLook(crowd, account, worst)
  const watch: Watch = { near, safe: undefined, isOpen: new Uint8Array(n) }
  const former = from?.former?.bonus === account.bonus ? from.former : null
  let floor = former?.floor ?? 0
  let box = prices && firstBox(account, prices)
  const start = prices ? startAt(prices, n) : (former?.optimum ?? startAtHalf(candidates, n))
  let solved = solveAmong(candidates, n, box?.floors ?? floorsAt(account, floor), start)
  const end = (isProven: boolean): Found => ({
    plan: planOf(account, solved.optimum, isProven),
    warm: { candidates, near: watch.near, former: { optimum: solved.optimum, floor, bonus: account.bonus } },
  })
  for (;;) {
    noteMatching(account, candidates, solved.optimum.mate)
    if (account.isStopped) return end(false)
    const question = seekUnpaid(account, watch, solved)
    forgetAll(worst)
    account.passes++
    yield passOf(account, question, (answer) => takeUnpaid(worst, answer))
    if (account.isStopped) return end(false)
    const found = worstOf(worst)
    const short = shortOf(worst, found)
    noteLook(watch, question.among, question.y, worst)
    // Anyone who has more near pairs than are kept is looked at again anyway.
    if (2 * worst.isFull.filter((full) => full === 1).length > n) watch.near = 0
    const { alone, priced } = aloneIn(solved)
    noteBound(account, floor < 0 ? short : short + priced, floor)
    if (box === null && short === 0 && (floor < 0 || alone === 0)) return end(true)
    if (morePairs(account) === 0 && within(account) <= (options.enough ?? -1)) return end(false)
    if (box === null && short === 0) floor = (-SCALE * account.bonus) / 2
    box = box && nextBox(account, box, solved)
    addPairs(candidates, found)
    solved = solveAmong(candidates, n, box?.floors ?? floorsAt(account, floor), solved.optimum)
  }
}

const keepIn = ({ isMixed }: Account) => (isMixed ? KEEP_IN_MIXED : KEEP)

type FirstLook = Generator<Pass, Pick<Warm, 'candidates' | 'near'> & { prices: Float64Array | null }, void>

/** A few good pairs for each person, and a ring through all. */
function* firstLook(crowd: Crowd, account: Account, worst: Worst): FirstLook {
  const { n } = crowd
  const candidates = unionOf(n, candidatesFor(n), raisedIn(crowd))
  if (account.isMixed) return yield* firstLookByPrices(crowd, account, { worst, candidates })
  yield passOf(account, seekCandidates(account, crowd), (answer) => takeCandidates(worst, answer))
  addPairs(candidates, worstOf(worst))
  addRing(candidates, crowd, worst)
  return { candidates, near: nearFor(account, worst), prices: null }
}

/**
 * By what their partners are about to be worth, so that not all have the same few; and by points alone for those whose
 * best is poorest, on whom the worst pair hangs. Prices are near what they will be then, and few pairs worth knowing.
 */
function* firstLookByPrices(
  crowd: Crowd,
  account: Account,
  { worst, candidates }: { worst: Worst; candidates: Candidates },
): FirstLook {
  const take = (answer: Answer) => takeCandidates(worst, answer)
  const prices = pricesByPilot(crowd)
  yield passOf(account, { ...seekCandidates(account, crowd), y: prices }, take, [0, 0.9])
  addPairs(candidates, worstOf(worst))
  addRing(candidates, crowd, worst)
  if (account.isStopped) return { candidates, near: 0, prices }
  forgetAll(worst)
  const among = worstServed(crowd.n, candidates)
  yield passOf(account, { ...seekCandidates(account, crowd), among }, take, [0.9, 1])
  addMissing(candidates, worstOf(worst))
  return { candidates, near: 0, prices }
}

/** Marks those few who have the lowest best pair. */
function worstServed(n: number, candidates: Candidates): Uint8Array {
  const best = bestKnown(n, candidates)
  const marks = new Uint8Array(n)
  const inOrder = [...best.keys()].sort((a, b) => best[a]! - best[b]!)
  for (const person of inOrder.slice(0, Math.ceil(n * POOR))) marks[person] = 1
  return marks
}

type WholeQuestion = Omit<Question, 'part' | 'parts' | 'look'>

/** @param span what part of the pass this look is, as shares of it */
function passOf(
  account: Account,
  whole: WholeQuestion,
  take: (answer: Answer) => void,
  [from, until]: readonly [number, number] = [0, 1],
): Pass {
  const look = account.looks++
  const parts = FEWEST_PARTS + Math.floor(account.n / PER_PART)
  let told = 0
  return {
    parts,
    question: (part) => ({ ...whole, look, part, parts }),
    tell(answer) {
      take(answer)
      account.scores += answer.scores
      report(account, from + ((until - from) * ++told) / parts)
      return !account.isStopped
    },
  }
}

/** Everyone's best by points alone; raised pairs are candidates already. */
function seekCandidates(account: Account, crowd: Crowd): WholeQuestion {
  const { u, v, w } = raisedIn(crowd)
  const { start, to } = adjacencyOf({ n: crowd.n, u, v, w })
  const y = new Float64Array(crowd.n)
  return {
    y,
    sets: null,
    known: { start, to },
    near: ANY,
    among: null,
    isFewEnough: true,
    keep: keepIn(account),
  }
}

function takeCandidates(worst: Worst, { pairs: { a, b, points, short } }: Answer): void {
  for (let at = 0; at < a.length; at++) offerTo(worst, a[at]!, b[at]!, points[at]!, short[at]!)
}

function seekUnpaid(account: Account, watch: Watch, { graph, optimum }: Solved): WholeQuestion {
  const { n } = account
  const y = optimum.y.slice(0, n)
  const known = { start: graph.start, to: graph.to }
  const { parent, z } = optimum
  const sets = z.length === 0 ? null : { home: optimum.home.slice(0, n), parent, z }
  return {
    y,
    sets,
    known,
    near: watch.near,
    among: toLookAt(watch, y),
    isFewEnough: false,
    keep: keepIn(account),
  }
}

function takeUnpaid(worst: Worst, { pairs: { a, b, points, short }, full, leaning }: Answer): void {
  for (let at = 0; at < a.length; at++) offerPair(worst, a[at]!, b[at]!, points[at]!, short[at]!)
  for (const person of full) worst.isFull[person] = 1
  for (const person of leaning) worst.isLeaning[person] = 1
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
function shortOf(worst: Worst, { a, b, short }: Pairs): number {
  const { keep, isFull } = worst
  const most = Float64Array.from(isFull, (each, own) =>
    each === 1 ? Math.max(0, worst.short[own * keep + keep - 1]!) : 0,
  )
  for (let at = 0; at < a.length; at++) {
    const one = a[at]!
    const other = b[at]!
    const left = short[at]!
    if (left > most[one]!) most[one] = left
    if (left > most[other]!) most[other] = left
  }
  return most.reduce((sum, each) => sum + each, 0) / 2
}
