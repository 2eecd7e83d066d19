import type { Certificate } from '../graph.ts'
import { Stopped } from '../plan.ts'
import { crowdOf, type Field, type Terms } from './people.ts'
import { solveFrom } from './solve-crowd.ts'
import type { Found, Warm } from './steps.ts'
import type { Prices } from './verify-crowd.ts'

/** Hears how far the work is, in percent. */
export type Tell = (stage: string, done: number) => void

/** The best matching of a field over the pairs that are open. */
export function solved(field: Field, terms: Terms, tell: Tell, stage: string, warm?: Warm): Found {
  return solveFrom(
    crowdOf(field, terms),
    { onProgress: () => tell(stage, stage === 'pairs' ? 20 : 60) },
    warm,
  )
}

/** Vertices in the order of `ids`, in plain arrays, so that a plan can be stored as JSON. */
export function proofIn(field: Field, { plan: { certificate } }: Found): Certificate {
  if (certificate === null) throw new Stopped()
  const { mate, y } = certificate
  const by = inOrder(field, y.length)
  const placeOf = new Int32Array(by.length)
  for (const [place, vertex] of by.entries()) placeOf[vertex] = place
  return {
    ...pricesIn(field, certificate),
    mate: by.map((vertex) => (mate[vertex] === -1 ? -1 : placeOf[mate[vertex]!]!)),
  }
}

/** The same without the matching. */
export function pricesIn(field: Field, { scale, bonus, y, home, parent, z }: Prices): Prices {
  const by = inOrder(field, y.length)
  return {
    scale,
    bonus,
    y: by.map((vertex) => y[vertex]!),
    home: by.map((vertex) => home[vertex]!),
    parent: Array.from(parent),
    z: Array.from(z),
  }
}

function inOrder({ order }: Field, vertices: number): number[] {
  const by = Array.from(order.keys()).sort((a, b) => order[a]! - order[b]!)
  for (let vertex = order.length; vertex < vertices; vertex++) by.push(vertex)
  return by
}
