import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verifyText } from '../../../matching/index.ts'
import { anApplicant } from '../score/applicant.builder.ts'
import type { Applicant, Wish } from '../score/applicant.ts'
import { boundsFor, priceOf, pricesFor, withPin } from './prices.ts'
import { proofFile, verticesOf } from './proof-files.ts'
import { propose } from './propose.ts'
import { inputsWith } from './scenario.builder.ts'
import { chain, type Inputs, judged, type Two } from './scenario.ts'
import { defaultSettings } from './settings.ts'

const wish = fc.constantFrom<Wish>('like', 'different', 'any')
const applicant = fc.record({
  country: fc.constantFrom('AU', 'BR', 'CA', 'DE'),
  sector: fc.constantFrom('public', 'school', 'academic'),
  stage: fc.constantFrom('early', 'mid', 'late'),
  interests: fc.subarray(['maps', 'music', 'law', 'code'], { minLength: 1 }),
  takesTwo: fc.boolean(),
  wishes: fc.record({ sector: wish, stage: wish, interests: wish }),
})

/** A few people who are hard to please, with a rule or two. */
const aPool = fc
  .record({
    people: fc.array(applicant, { minLength: 4, maxLength: 11 }),
    worstFirst: fc.boolean(),
    keepBonus: fc.constantFrom(0, 0, 500),
    oddOneOut: fc.constantFrom('trio' as const, 'reserve' as const),
    held: fc.boolean(),
    banned: fc.boolean(),
    seed: fc.nat(99),
  })
  .map(({ people, worstFirst, keepBonus, oddOneOut, held, banned, seed }) => {
    const applicants = people.map((differs, at) => anApplicant(`p${at}`, differs as Partial<Applicant>))
    return inputsWith(applicants, {
      seed,
      settings: { ...defaultSettings, worstFirst, keepBonus, oddOneOut },
      held: held ? ['p3'] : [],
      bans: banned ? [['p0', 'p1']] : [],
      keep: [['p1', 'p2']],
    })
  })

/** What a run says of a plan: points, people placed, and the worst pair. */
function summaryOf(inputs: Inputs) {
  const outcome = propose(inputs)
  if ('problem' in outcome) return null
  const { total, worst, reserve, groups } = outcome
  const { by } = judged(inputs)
  /** Points of the worst pair but one; null where there is no other. */
  const others = (but: Two) => {
    const points = groups
      .flatMap(({ members }) => chain(members))
      .filter((two) => !two.every((id) => but.includes(id)))
      .map((two) => by.score(...two))
    return points.length === 0 ? null : Math.min(...points)
  }
  return { total, worst, waiting: reserve.length, others }
}

describe('the price of a pin', () => {
  test('is the difference between a run with it and a run without it', () => {
    fc.assert(
      fc.property(aPool, (inputs) => {
        const { by } = judged(inputs)
        const two: Two = ['p0', 'p2']
        fc.pre(by.obstacle(...two) === null)

        const price = priceOf(inputs, two)

        const [without, pinned] = [summaryOf(inputs), summaryOf(withPin(inputs, two))]
        expect(price).toMatchObject({
          points: (without?.total ?? 0) - (pinned?.total ?? 0),
          placed: (pinned?.waiting ?? 0) - (without?.waiting ?? 0),
          worst: { before: without?.worst, after: pinned?.worst },
          worstOther: { after: pinned?.others(two) },
        })
      }),
      { numRuns: 40 },
    )
  })

  test('is the same in the list of somebody’s partners as on its own', () => {
    fc.assert(
      fc.property(aPool, (inputs) => {
        const found = pricesFor(inputs, { person: 'p0', without: [], most: 20 })
        if ('refused' in found || typeof found.candidates === 'string') throw new Error('nobody was priced')

        const exact = found.candidates.filter(({ isExact }) => isExact)
        expect(exact.map(({ price }) => price)).toEqual(exact.map(({ id }) => priceOf(inputs, ['p0', id])))
        for (const { id, price } of found.candidates)
          expect(priceOf(inputs, ['p0', id])).toMatchObject({
            points: expect.toSatisfy((points: number) => points >= price.points),
            placed: price.placed,
          })
      }),
      { numRuns: 25 },
    )
  })

  test('is never less than its bound, as long as as many people are placed', () => {
    fc.assert(
      fc.property(aPool, (pool) => {
        const inputs = { ...pool, settings: { ...pool.settings, keepBonus: 0 } }
        const outcome = propose(inputs)
        if ('problem' in outcome) return
        const kept = {
          inputs,
          certificate: outcome.certificate as Parameters<typeof boundsFor>[0]['certificate'],
          priceOfFairness: outcome.priceOfFairness,
        }

        for (const { id, atLeast } of boundsFor(kept, 'p0')) {
          const price = priceOf(inputs, ['p0', id])
          if ('points' in price && price.placed === 0) expect(price.points).toBeGreaterThanOrEqual(atLeast)
        }
      }),
      { numRuns: 40 },
    )
  })
})

const four = [
  anApplicant('a', { country: 'AU' }),
  anApplicant('b', { country: 'BR' }),
  anApplicant('c', { country: 'CA' }),
  anApplicant('d', { country: 'DE' }),
]

describe('somebody’s possible partners', () => {
  const pricesOf = (more: Partial<Inputs>) =>
    pricesFor(inputsWith(four, more), { person: 'a', without: ['b'], most: 20 })

  test('are the others, without whom they have now', () => {
    expect(pricesOf({})).toMatchObject({ candidates: [{ id: 'c' }, { id: 'd' }], unplaced: null })
  })

  test('are nobody while they are pinned, held, or in a trio made by hand', () => {
    expect([
      pricesOf({ pins: [['a', 'c']] }),
      pricesOf({ held: ['a'] }),
      pricesOf({
        pins: [
          ['a', 'b'],
          ['a', 'c'],
        ],
      }),
    ]).toMatchObject([{ candidates: 'pinned' }, { candidates: 'away' }, { candidates: 'away' }])
  })

  test('say what is being done while they are worked out', () => {
    const done: string[] = []
    const note = ({ stage }: { stage: string }) => done.push(stage)

    priceOf(inputsWith(four), ['a', 'b'], note)
    pricesFor(inputsWith(four), { person: 'a', without: ['b'], most: 20 }, note)

    expect(done).toEqual(['without', 'with', 'without', 'partners'])
  })

  test('are not told when two are pinned who may not be partners', () => {
    const abroad = [...four, anApplicant('e', { country: 'DE' })]

    expect(priceOf(inputsWith(abroad, { pins: [['d', 'e']] }), ['a', 'b'])).toEqual({
      refused: 'pin-impossible',
    })
  })

  test('are few for those who compete for them, and all of these are named', () => {
    const crowd = ['1', '2', '3'].map((id) => anApplicant(id, { country: 'ZA' }))
    const inputs = inputsWith([...crowd, anApplicant('a', { country: 'AU' })])

    const found = ['1', '2', '3'].map((person) => pricesFor(inputs, { person, without: [], most: 20 }))

    const left = found.flatMap((one) => ('refused' in one || one.unplaced === null ? [] : [one.unplaced]))
    expect(left.map(({ rivals, blocking }) => [rivals.length, blocking])).toEqual([
      [2, ['a']],
      [2, ['a']],
    ])
  })
})

describe('the files of a proof', () => {
  test('hold for whatever was run, and are about those whom the matching was asked about', () => {
    fc.assert(
      fc.property(aPool, (inputs) => {
        const outcome = propose(inputs)
        if ('problem' in outcome) return
        const certificate = outcome.certificate as Parameters<typeof boundsFor>[0]['certificate']

        const graph = proofFile('graph', { inputs, certificate }) ?? ''
        const proof = proofFile('proof', { inputs, certificate }) ?? ''

        expect(verifyText(graph, proof)).toEqual({ ok: true, proves: 'cardinality' })
        const asked = inputs.applicants.flatMap(({ id }, at) => (inputs.held.includes(id) ? [] : [at]))
        expect(verticesOf(inputs).toSorted((a, b) => a - b)).toEqual(asked)
      }),
      { numRuns: 40 },
    )
  })

  test('are not written where people are scored otherwise by now', () => {
    const inputs = inputsWith(four)
    const outcome = propose(inputs)
    const certificate = 'problem' in outcome ? null : outcome.certificate
    const changed = four.map((one) => ({ ...one, wishes: { ...one.wishes, sector: 'different' as const } }))
    const other = [...changed.slice(0, 3), anApplicant('d', { country: 'AU', sector: 'school' })]

    expect(
      proofFile('graph', {
        inputs: inputsWith(other),
        certificate: {
          ...(certificate as Parameters<typeof boundsFor>[0]['certificate']),
          mate: [3, 2, 1, 0],
        },
      }),
    ).toBe(null)
  })
})
