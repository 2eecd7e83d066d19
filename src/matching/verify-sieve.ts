import type { Certificate } from './graph.ts'
import { type Verdict, verify } from './verify.ts'

/**
 * What is left of a graph whose edges are named one after another, and never all held, for a certificate
 * about all of them to be checked.
 *
 * Where the prices of its two ends alone pay for an edge, odd sets cannot make it unpaid: no price is
 * negative, which `verify` makes sure of. So `verify` must see the others, the chosen edges and, for the
 * bonus and for exactness, the heaviest: each that is heavier than all before is kept for that.
 */
export type Sieve = {
  certificate: Certificate
  y: Float64Array
  /** Edges kept. */
  u: number[]
  v: number[]
  w: number[]
  heaviest: number
  /** Chosen edges and their weights together. */
  cardinality: number
  weight: number
}

export function emptySieve(certificate: Certificate): Sieve {
  const y = Float64Array.from(certificate.y)
  return { certificate, y, u: [], v: [], w: [], heaviest: -1, cardinality: 0, weight: 0 }
}

/** @returns whether the edge is a chosen one */
export function sift(sieve: Sieve, u: number, v: number, weight: number): boolean {
  const { certificate, y } = sieve
  const isChosen = certificate.mate[u] === v
  // Written so that a price that is no number does not pay.
  const isPaid = y[u]! + y[v]! >= certificate.scale * (weight + certificate.bonus)
  if (isPaid && !isChosen && weight <= sieve.heaviest) return false
  sieve.u.push(u)
  sieve.v.push(v)
  sieve.w.push(weight)
  sieve.heaviest = Math.max(sieve.heaviest, weight)
  if (isChosen) {
    sieve.cardinality++
    sieve.weight += weight
  }
  return isChosen
}

/** @param n vertices of the graph */
export function verdictOf({ certificate, u, v, w, cardinality, weight }: Sieve, n: number): Verdict {
  return verify({ n, u, v, w }, { cardinality, weight, mate: certificate.mate, certificate })
}
