import type { Certificate } from '../graph.ts'
import { FORBIDDEN } from '../problem.ts'
import type { Verdict } from '../verify.ts'
import { isCount, isIndex, paidByBoth, priceFault, type Sets, setsOf } from '../verify-sets.ts'
import type { Crowd, CrowdPlan } from './crowd.ts'

/**
 * Checks a plan against its crowd by weak duality alone: every feasible pair is paid for by the prices, and the
 * plan is worth exactly what all prices add up to. Shares no code with the solver.
 *
 * Pairs are passed over where `mostBetween` says that the prices suffice; with `trustsKinds: false` each one
 * is scored, and `mostBetween` with it. O(n log n + kinds^2 + pairs that are not ruled out), or O(n^2)
 */
export function verifyCrowd(
  crowd: Crowd,
  plan: CrowdPlan,
  { trustsKinds = true }: { trustsKinds?: boolean } = {},
): Verdict {
  const reason = faultIn(crowd, plan, trustsKinds)
  return reason === undefined ? { ok: true, proves: 'cardinality' } : { ok: false, reason }
}

/** Prices that pay for pairs, whatever matching they belong to. */
export type Prices = Omit<Certificate, 'mate'>

/**
 * The most pairs there can be, all of them worth a point at least, if these prices pay for every feasible pair. What
 * has no matching of its own to be as good as needs no more: prices may even leave some room.
 */
export function mostPairsBy(crowd: Crowd, prices: Prices): { most: number } | { reason: string } {
  const proof = proofOf(crowd, prices)
  if ('reason' in proof) return proof
  const reason = costFaultByKind(crowd, proof) ?? raisedFault(crowd, proof) ?? nobodyFault(crowd, proof)
  if (reason !== undefined) return { reason }
  const { scale, bonus } = prices
  // In an odd crowd someone is left for nobody, who is worth the bonus.
  const left = boundOf(prices, proof.sets) - BigInt(scale) * BigInt(bonus) * BigInt(crowd.n % 2)
  return { most: Number(left / (BigInt(scale) * BigInt(bonus + 1))) }
}

/** A certificate that has been checked for its shape, and its odd sets. */
type Proof = {
  y: ArrayLike<number>
  home: ArrayLike<number>
  sets: Sets
  scale: number
  bonus: number
  /** With more points than this, a pair would be worth more than the bonus lets a whole plan be. */
  mostPoints: number
}

function faultIn(crowd: Crowd, plan: CrowdPlan, trustsKinds: boolean): string | undefined {
  const { certificate } = plan
  if (certificate === null) return 'there is no certificate'
  const prices = proofOf(crowd, certificate)
  if ('reason' in prices) return prices.reason
  const proof = { ...prices, mostPoints: Math.ceil(certificate.bonus / Math.ceil(crowd.n / 2)) - 1 }
  return (
    mateFault(crowd, plan) ??
    pairFault(crowd, plan) ??
    (trustsKinds ? costFaultByKind(crowd, proof) : costFault(crowd, proof)) ??
    raisedFault(crowd, proof) ??
    nobodyFault(crowd, proof) ??
    valueFault(plan, proof.sets)
  )
}

function proofOf(crowd: Crowd, prices: Prices): Proof | { reason: string } {
  const reason = shapeFault(crowd, prices)
  if (reason !== undefined) return { reason }
  const sets = setsOf(prices)
  if (sets === undefined) return { reason: 'odd sets hold each other in a circle' }
  const even = sets.size.findIndex((count, b) => b > 0 && count % 2 === 0)
  if (even !== -1) return { reason: `odd set ${even - 1} has ${sets.size[even]} vertices` }
  const { y, home, scale, bonus } = prices
  return { y, home, scale, bonus, sets, mostPoints: Infinity }
}

function shapeFault({ n }: Crowd, { scale, bonus, y, home, parent, z }: Prices): string | undefined {
  const vertices = n + (n % 2)
  if (y.length !== vertices || home.length !== vertices)
    return `y and home of the certificate must have ${vertices} entries`
  if (parent.length !== z.length) return 'parent and z differ in length'
  if (!isCount(scale) || scale === 0) return 'scale is not a positive whole number'
  if (!isCount(bonus) || scale * (bonus + 2 ** 20) > Number.MAX_SAFE_INTEGER)
    return 'bonus is not a whole number that can be checked exactly'
  return priceFault({ y, home, parent, z })
}

/** Plan and certificate are about the same matching. */
function mateFault({ n }: Crowd, { mate: people, certificate, within, morePairs }: CrowdPlan) {
  const vertices = n + (n % 2)
  const { mate } = certificate!
  if (within !== 0 || morePairs !== 0) return 'the plan says itself that it is not proven'
  if (people.length !== n) return `mate must have ${n} entries`
  if (mate.length !== vertices) return `mate of the certificate must have ${vertices} entries`
  for (let v = 0; v < vertices; v++) {
    if (!isIndex(mate[v], vertices) || mate[v] === v) return `mate of ${v} is no other vertex`
    if (mate[v] !== -1 && mate[mate[v]!] !== v) return `${v} has a mate whose mate is another`
    if (v < n && people[v] !== (mate[v] === n ? -1 : mate[v]))
      return `the certificate is about another mate of ${v}`
  }
  return undefined
}

/** The pairs may meet, and are as many and worth as much as the plan says. */
function pairFault(crowd: Crowd, { mate, cardinality, weight }: CrowdPlan): string | undefined {
  let pairs = 0
  let sum = 0
  for (const [a, b] of mate.entries()) {
    if (b < a) continue
    const points = crowd.score(a, b)
    if (!isCount(points)) return `${a} and ${b} must not meet`
    if (crowd.score(b, a) !== points) return `${a} and ${b} do not both score the same`
    pairs++
    sum += points
  }
  if (pairs !== cardinality) return `there are ${pairs} pairs, not ${cardinality}`
  if (sum !== weight) return `the pairs are worth ${sum}, not ${weight}`
  return undefined
}

/** Goes through two kinds at a time, cheapest people first, until the most they can score is paid for. */
function costFaultByKind(crowd: Crowd, proof: Proof): string | undefined {
  const groups = groupsOf(crowd, proof)
  for (const [at, one] of groups.entries()) {
    for (let next = at; next < groups.length; next++) {
      const fault = faultBetween(crowd, proof, one, groups[next]!)
      if (fault !== undefined) return fault
    }
  }
  return undefined
}

type Group = { kind: number; people: Int32Array; y: Float64Array; masks: Int32Array; traits: number }

function groupsOf({ n, kindOf, traitsOf }: Crowd, { y }: Proof): Group[] {
  const groups = new Map<number, number[]>()
  for (let person = 0; person < n; person++) {
    const people = groups.get(kindOf[person]!)
    if (people === undefined) groups.set(kindOf[person]!, [person])
    else people.push(person)
  }
  return [...groups].map(([kind, list]) => {
    const people = Int32Array.from(list).sort((a, b) => y[a]! - y[b]!)
    const masks = Int32Array.from(people, (person) => traitsOf?.[person] ?? 0)
    const traits = masks.reduce((most, mask) => Math.max(most, onesIn(mask)), 0)
    return { kind, people, y: Float64Array.from(people, (person) => y[person]!), masks, traits }
  })
}

function faultBetween(crowd: Crowd, proof: Proof, one: Group, other: Group): string | undefined {
  const shareable = Math.min(one.traits, other.traits)
  const points = crowd.mostBetween(one.kind, other.kind, shareable)
  if (points > proof.mostPoints) return 'bonus is too small'
  const most = neededFor(proof, points)
  if (most <= one.y[0]! + other.y[0]!) return undefined
  const enough = new Float64Array(shareable + 1).fill(Number.NaN)
  for (let i = 0; i < one.people.length; i++) {
    const from = one === other ? i + 1 : 0
    const highest = most - one.y[i]!
    if (from < other.people.length && highest <= other.y[from]!) return undefined
    for (let j = from; j < other.people.length && other.y[j]! < highest; j++) {
      const shared = onesIn(one.masks[i]! & other.masks[j]!)
      if (Number.isNaN(enough[shared]))
        enough[shared] = neededFor(proof, crowd.mostBetween(one.kind, other.kind, shared))
      if (enough[shared]! <= one.y[i]! + other.y[j]!) continue
      const [a, b] = [one.people[i]!, other.people[j]!]
      const fault = unpaid(proof, a, b, crowd.score(a, b))
      if (fault !== undefined) return fault
    }
  }
  return undefined
}

/** Pairs that may score more than their kinds are looked at one by one. */
function raisedFault(crowd: Crowd, proof: Proof): string | undefined {
  for (const [a, b] of crowd.raised ?? []) {
    const points = crowd.score(a, b)
    if (points > proof.mostPoints) return 'bonus is too small'
    const fault = unpaid(proof, a, b, points)
    if (fault !== undefined) return fault
  }
  return undefined
}

/** Scores every pair there is. */
function costFault(crowd: Crowd, proof: Proof): string | undefined {
  const { n, kindOf, traitsOf } = crowd
  const raised = new Set(crowd.raised?.map(([a, b]) => Math.min(a, b) * n + Math.max(a, b)))
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const shared = onesIn((traitsOf?.[a] ?? 0) & (traitsOf?.[b] ?? 0))
      const points = crowd.score(a, b)
      if (!(points <= crowd.mostBetween(kindOf[a]!, kindOf[b]!, shared)) && !raised.has(a * n + b))
        return `${a} and ${b} score more than their kinds can`
      if (points > proof.mostPoints) return 'bonus is too small'
      const fault = unpaid(proof, a, b, points)
      if (fault !== undefined) return fault
    }
  }
  return undefined
}

const neededFor = ({ scale, bonus }: Proof, points: number) =>
  points === FORBIDDEN ? -Infinity : scale * (points + bonus)

function unpaid(proof: Proof, a: number, b: number, points: number): string | undefined {
  const { y, home, sets } = proof
  const needed = neededFor(proof, points)
  let paid = y[a]! + y[b]!
  if (paid < needed) paid += paidByBoth(sets, home[a]! + 1, home[b]! + 1)
  return paid >= needed ? undefined : `the pair ${a} ${b} is not paid for`
}

/** Anyone may be paired with nobody, for nothing. */
function nobodyFault({ n }: Crowd, { y, home, sets, scale, bonus }: Proof): string | undefined {
  for (let person = 0; person < n && n % 2 === 1; person++) {
    const paid = y[person]! + y[n]! + paidByBoth(sets, home[person]! + 1, home[n]! + 1)
    if (!(paid >= scale * bonus)) return `${person} alone is not paid for`
  }
  return undefined
}

/** Weak duality: what the prices add up to is an upper bound; the plan must reach it. */
function valueFault({ weight, certificate }: CrowdPlan, sets: Sets): string | undefined {
  const { scale, bonus, mate } = certificate!
  let pairs = 0
  for (let v = 0; v < mate.length; v++) if (mate[v]! > v) pairs++
  const bound = boundOf(certificate!, sets)
  const value = BigInt(scale) * (BigInt(weight) + BigInt(bonus) * BigInt(pairs))
  return value === bound ? undefined : `worth ${value}, but the prices add up to ${bound}`
}

function boundOf({ y, z }: Prices, { size }: Sets): bigint {
  let bound = 0n
  for (let v = 0; v < y.length; v++) bound += BigInt(y[v]!)
  for (let b = 0; b < z.length; b++) bound += BigInt(z[b]!) * BigInt((size[b + 1]! - 1) / 2)
  return bound
}

function onesIn(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
