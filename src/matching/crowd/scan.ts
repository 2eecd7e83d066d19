import { SCALE } from '../graph.ts'
import { FORBIDDEN } from '../problem.ts'
import { nestingOf, sharedPrice } from '../solver/nesting.ts'
import { refuse } from './crowd.ts'
import { barOf, offerPair, offerTo } from './few-worst.ts'
import { bitCount } from './kinds.ts'
import { BLOCK } from './line-up.ts'
import type { Look, Question } from './looking.ts'
import { limitOf, rankOthers, ranksFor } from './rank.ts'
import { listTraits, sharedTraits, thoseWhoShare } from './shared.ts'

/** How far below the best to look at first, whoever it is. */
export const FIRST_WANTED = 100 * SCALE

const NO_HOME = new Int32Array(0)

export function lookOf(
  { known, near, among, isFewEnough, sets }: Question,
  parts: Pick<Look, 'crowd' | 'kinds' | 'line' | 'worst'>,
): Look {
  return {
    ...parts,
    known,
    near,
    among,
    isFewEnough,
    ranks: ranksFor(parts.kinds),
    shared: sharedTraits(),
    nesting: sets && nestingOf(sets),
    home: sets === null ? NO_HOME : sets.home.map((set) => set + 1),
    isHalf: among === null && !isFewEnough,
    bar: -near,
    wanted: FIRST_WANTED,
    pairsSeen: 0,
    scores: 0,
  }
}

/** Looks for some people of a kind, the cheapest first, until no pair of the next could be wanted. */
export function lookFrom(look: Look, kind: number, from: number, to: number): void {
  const { line, among, near, ranks, shared } = look
  let first = from
  while (first < to && among !== null && among[line.person[first]!] === 0) first++
  if (first === to) return
  rankOthers(look, kind, line.price[first]!)
  for (let position = first; position < to; position++) {
    if (ranks.count === 0 || ranks.promise[0]! <= line.price[position]! - near) return
    if (among !== null && among[line.person[position]!] === 0) continue
    listTraits(shared, line.traits[position]!)
    if (look.isFewEnough) findFew(look, kind, position)
    else findAll(look, kind, position)
  }
}

function findAll(look: Look, kind: number, position: number): void {
  look.bar = -look.near
  goThrough(look, kind, position)
}

/** Asks for pairs close to the best that there could be, then for some more, until there are a few. */
function findFew(look: Look, kind: number, position: number): void {
  const { worst, near, line, ranks } = look
  const own = line.person[position]!
  const best = ranks.promise[0]! - line.price[position]!
  for (let wanted = look.wanted; ; wanted *= 1.3) {
    worst.count[own] = 0
    look.bar = Math.max(-near, best - wanted)
    goThrough(look, kind, position)
    if (look.bar === -near) return
    if (worst.count[own]! < worst.keep) continue
    look.wanted = Math.ceil(1.1 * (best - look.bar)) + 1
    return
  }
}

function goThrough(look: Look, kind: number, position: number): void {
  const { count, promise, other } = look.ranks
  const price = look.line.price[position]!
  for (let rank = 0; rank < count && promise[rank]! > price + look.bar; rank++) {
    lookInto(look, position, rank, kind, other[rank]!)
  }
}

/** Looks through the blocks of one kind, for one person, until even its cheapest is paid for. */
function lookInto(look: Look, position: number, rank: number, kind: number, other: number): void {
  const { kinds, line, shared, ranks } = look
  const price = line.price[position]!
  const begin = kinds.start[other]!
  const end = kinds.start[other + 1]!
  const shareable = Math.min(shared.count, kinds.traits[other]!)
  const isOwnKind = look.isHalf && kind === other
  const from = isOwnKind ? position - ((position - begin) % BLOCK) : begin
  let block = line.firstBlock[other]! + (from - begin) / BLOCK
  const limits = rank * ranks.width
  let needed = shareable + 1
  while (needed > 0 && limitOf(look, kind, rank, needed - 1) - price - look.bar > line.price[from]!) needed--
  for (let first = from; first < end; first += BLOCK, block++) {
    const spare = look.bar + price + line.price[first]!
    while (needed <= shareable && ranks.limit[limits + needed]! <= spare) needed++
    if (needed > shareable) return
    let found = end - first < BLOCK ? (1 << (end - first)) - 1 : -1
    if (needed > 0) found &= thoseWhoShare(shared, line.plane, block * kinds.width, needed)
    if (isOwnKind && first <= position) found &= position - first === BLOCK - 1 ? 0 : -2 << (position - first)
    while (found !== 0) {
      const one = found & -found
      found ^= one
      meet(look, position, first + 31 - Math.clz32(one), rank)
    }
  }
}

function meet(look: Look, position: number, otherPosition: number, rank: number): void {
  const { line, crowd, among, isFewEnough, ranks } = look
  look.pairsSeen++
  const paid = line.price[position]! + line.price[otherPosition]!
  const traits = bitCount(line.traits[position]! & line.traits[otherPosition]!)
  const limit = ranks.limit[rank * ranks.width + traits]!
  if (limit - paid <= look.bar) return
  if (!look.isHalf) {
    if (position === otherPosition) return
    // Two who are both looked at meet twice.
    if (!isFewEnough && otherPosition < position && among![line.person[otherPosition]!] === 1) return
  }
  const a = line.person[position]!
  const b = line.person[otherPosition]!
  const lent = lentTo(look, a, b)
  if (lent > 0 && limit - paid - lent <= look.bar) {
    leanOnSets(look, a, b)
    return
  }
  look.scores++
  const points = crowd.score(a, b)
  if (points === FORBIDDEN) return
  if (points >>> 0 !== points || SCALE * points > limit) {
    // A pair that may score more is known from the start.
    if (points >>> 0 === points && isKnown(look, a, b)) return
    refuse(crowd, a, b, limit / SCALE)
  }
  const short = SCALE * points - paid - lent
  if (short <= look.bar) {
    if (short + lent > look.bar) leanOnSets(look, a, b)
    return
  }
  if (isKnown(look, a, b)) return
  if (!isFewEnough) offerPair(look.worst, a, b, points, short)
  else {
    offerTo(look.worst, a, b, points, short)
    look.bar = barOf(look.worst, a, look.bar)
  }
}

/** What the odd sets that hold both pay for a pair. */
function lentTo({ nesting, home }: Look, a: number, b: number): number {
  if (nesting === null) return 0
  const own = home[a]!
  const other = home[b]!
  return own === 0 || other === 0 ? 0 : sharedPrice(nesting, own, other)
}

function leanOnSets({ worst: { isLeaning } }: Look, a: number, b: number): void {
  isLeaning[a] = 1
  isLeaning[b] = 1
}

/** Looks through the shorter of two lists. */
function isKnown({ known: { start, to } }: Look, a: number, b: number): boolean {
  const isShorter = start[a + 1]! - start[a]! < start[b + 1]! - start[b]!
  const own = isShorter ? a : b
  const other = isShorter ? b : a
  for (let arc = start[own]!, end = start[own + 1]!; arc < end; arc++) {
    if (to[arc] === other) return true
  }
  return false
}
