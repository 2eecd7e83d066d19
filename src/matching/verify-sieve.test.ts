import { expect, test } from 'vitest'
import { drawFrom } from './draw.ts'
import type { Certificate, Graph } from './graph.ts'
import { solve } from './solve.ts'
import { complete } from './testing/families.ts'
import { type Verdict, verify } from './verify.ts'
import { emptySieve, sift, verdictOf } from './verify-sieve.ts'

function sifted({ n, u, v, w }: Graph, certificate: Certificate): { verdict: Verdict; kept: number } {
  const sieve = emptySieve(certificate)
  for (let e = 0; e < w.length; e++) sift(sieve, u[e]!, v[e]!, w[e]!)
  return { verdict: verdictOf(sieve, n), kept: sieve.w.length }
}

/** Edges are numbered as they are kept, so their numbers are left out. */
const said = (verdict: Verdict) =>
  verdict.ok ? verdict.proves : verdict.reason.replace(/^edge \d+ \((.*)\)/, '$1')

/** A certificate in which one number or two may have been tampered with. */
function tampered(seed: number, { scale, bonus, mate, y, home, parent, z }: Certificate): Certificate {
  const draw = drawFrom(seed)
  const prices = { y: Array.from(y), z: Array.from(z) }
  for (let times = draw(3); times > 0; times--) {
    const list = prices[draw(2) === 0 ? 'y' : 'z']
    if (list.length > 0) list[draw(list.length)]! += [1, -1, 2, -2, -1_000_000, Number.NaN][draw(6)]!
  }
  const other = [0, 1, bonus - 1, 2 ** 53 - 1][draw(20)] ?? bonus
  return { scale, bonus: other, mate, home, parent, ...prices }
}

test('a proof is refused for the same reason when most edges are never shown to it', () => {
  const reasons = new Set<string>()
  for (let seed = 0; seed < 3000; seed++) {
    const graph = complete(3 + (seed % 12), [1, 3, 1000][seed % 3]!, seed)
    const result = solve(graph, { objective: seed % 2 === 0 ? 'cardinality' : 'weight' })
    const certificate = tampered(seed, result.certificate)

    const { verdict } = sifted(graph, certificate)

    expect({ seed, said: said(verdict) }).toEqual({
      seed,
      said: said(verify(graph, { ...result, certificate })),
    })
    reasons.add(said(verdict).replace(/\d+/g, 'some'))
  }
  expect([...reasons].sort()).toEqual(
    expect.arrayContaining(['bonus is too small', 'cardinality', 'some some is not covered', 'weight']),
  )
})

test('of a dense graph hardly more than the pairs is kept', () => {
  const graph = complete(300, 1_000_000, 4)

  const { verdict, kept } = sifted(graph, solve(graph, { objective: 'cardinality' }).certificate)

  expect(verdict).toEqual({ ok: true, proves: 'cardinality' })
  expect(kept).toBeLessThan(2 * graph.n)
})

test('edges that only an odd set pays for are kept', () => {
  const triangle = { n: 3, u: [0, 0, 1], v: [1, 2, 2], w: [5, 5, 5] }
  const mate = [1, 0, -1]
  const alone = { scale: 1, bonus: 0, mate, y: [0, 0, 0], home: [0, 0, 0], parent: [-1], z: [5] }

  expect(sifted(triangle, alone)).toEqual({ verdict: { ok: true, proves: 'weight' }, kept: 3 })
})
