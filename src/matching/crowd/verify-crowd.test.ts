import { expect, test } from 'vitest'
import type { Certificate } from '../graph.ts'
import { aCrowd } from '../testing/a-crowd.ts'
import { oneLargeCountry } from '../testing/some-crowds.ts'
import type { CrowdPlan } from './crowd.ts'
import { solveCrowd } from './solve-crowd.ts'
import { verifyCrowd } from './verify-crowd.ts'

const crowd = aCrowd(301, 5)
const plan = solveCrowd(crowd)
const certificate = plan.certificate!
/** Two people who are paired, and two who are paired with others. */
const [a, c] = [
  0,
  Array.from(plan.mate).findIndex((mate, person) => mate > 0 && person !== plan.mate[0] && person > 0),
]
const b = plan.mate[a]!
const d = plan.mate[c]!

const other = (change: Partial<Certificate>): CrowdPlan => ({
  ...plan,
  certificate: { ...certificate, ...change },
})
const replaced = (list: ArrayLike<number>, at: number, value: number) =>
  Array.from(list, (each, index) => (index === at ? value : each))
const swapped = (list: ArrayLike<number>) =>
  Array.from(list, (mate, person) => ({ [a]: d, [d]: a, [b]: c, [c]: b })[person] ?? mate)

const lies: [string, CrowdPlan][] = [
  ['no certificate', { ...plan, certificate: null }],
  ['a plan that admits to be less than the best', { ...plan, within: 1 }],
  ['another number of pairs', { ...plan, cardinality: plan.cardinality + 1 }],
  ['another total', { ...plan, weight: plan.weight + 1 }],
  ['other pairs than the certificate has', { ...plan, mate: Int32Array.from(swapped(plan.mate)) }],
  [
    'worse pairs',
    { ...other({ mate: swapped(certificate.mate) }), mate: Int32Array.from(swapped(plan.mate)) },
  ],
  ['a mate who has another mate', other({ mate: replaced(certificate.mate, a, c) })],
  ['a lower price', other({ y: replaced(certificate.y, a, certificate.y[a]! - 2) })],
  ['a higher price', other({ y: replaced(certificate.y, a, certificate.y[a]! + 2) })],
  ['a price that is no number', other({ y: replaced(certificate.y, a, Number.NaN) })],
  ['a price for nobody that is too low', other({ y: replaced(certificate.y, 301, 0) })],
  ['a smaller bonus', other({ bonus: certificate.bonus - 1 })],
  ['no bonus', other({ bonus: 0 })],
  ['another scale', other({ scale: 4 })],
  [
    'an odd set that is even',
    other({ home: replaced(certificate.home, a, certificate.home[a] === 0 ? -1 : 0) }),
  ],
  ['odd sets in a circle', other({ parent: replaced(certificate.parent, 0, 0) })],
  ['an odd set at another price', other({ z: replaced(certificate.z, 0, certificate.z[0]! + 2) })],
]

test('the plan these lies are about is right, and has odd sets', () => {
  expect(verifyCrowd(crowd, plan)).toEqual({ ok: true, proves: 'cardinality' })
  expect(certificate.z.length).toBeGreaterThan(0)
})

test.each(lies)('%s is refused', (_, lie) => {
  expect(verifyCrowd(crowd, lie)).toMatchObject({ ok: false })
  expect(verifyCrowd(crowd, lie, { trustsKinds: false })).toMatchObject({ ok: false })
})

test('any single price that is lowered is noticed', () => {
  for (let person = 0; person < 301; person++) {
    const lowered = other({ y: replaced(certificate.y, person, certificate.y[person]! - 1) })

    expect(verifyCrowd(crowd, lowered)).toMatchObject({ ok: false })
  }
})

test('a score that depends on who asks is refused', () => {
  const oneWay = {
    ...crowd,
    score: (one: number, next: number) => crowd.score(one, next) + Number(one > next),
  }

  expect(verifyCrowd(oneWay, plan)).toMatchObject({ ok: false, reason: expect.stringContaining('both') })
})

test('a bonus must outdo what people score, whatever their kinds promise', () => {
  const pair = { n: 4, kindOf: new Int32Array(4), traitsOf: Int32Array.of(1, 1, 3, 2) }
  const shared = (a: number, b: number) => (pair.traitsOf[a]! & pair.traitsOf[b]!) !== 0
  const score = (a: number, b: number) => (shared(a, b) ? 0 : 900)
  // More for fewer traits: what the kinds can score is taken for what they do with the most traits.
  const falling = {
    ...pair,
    score,
    mostBetween: (_: number, _other: number, most: number) => (most === 0 ? 900 : 0),
  }
  const certificate = {
    scale: 2,
    bonus: 1,
    mate: [3, 2, 1, 0],
    y: [901, 901, 901, 901],
    home: [-1, -1, -1, -1],
    parent: [],
    z: [],
  }
  const lie = {
    mate: Int32Array.of(3, 2, 1, 0),
    cardinality: 2,
    weight: 900,
    morePairs: 0,
    within: 0,
    passes: 1,
    scores: 0,
    certificate,
  }

  expect(verifyCrowd(falling, lie, { trustsKinds: false })).toMatchObject({
    ok: false,
    reason: 'bonus is too small',
  })
})

test('kinds that promise less than people score are found out when not trusted', () => {
  const people = oneLargeCountry(60, 1)
  const best = solveCrowd(people)
  const modest = {
    ...people,
    mostBetween: (own: number, next: number) => people.mostBetween(own, next, 0) - 4000,
  }

  const verdict = verifyCrowd(modest, best, { trustsKinds: false })

  expect(verdict).toMatchObject({ ok: false, reason: expect.stringContaining('more than their kinds can') })
})
