import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyCap, type Candidate, effectsOf, percentForAll } from './cap.ts'
import { realApplications } from './real-file.ts'

const asking = (country: string, count: number, change: Partial<Candidate> = {}): Candidate[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `${country}${String(i).padStart(4, '0')}`,
    country,
    submittedAt: new Date(Date.UTC(2016, 0, 1, 0, i)),
    isAccepted: false,
    hasWaited: false,
    ...change,
  }))
const counts = (candidates: Candidate[], percent: number) => {
  const { accepted, waiting, most, countries } = applyCap(candidates, percent)
  return {
    accepted: accepted.length,
    waiting: waiting.length,
    most,
    countries: countries.map((c) => [c.country, c.accepted, c.waiting]),
  }
}

describe('at most so many percent of the accepted', () => {
  test('one country over the cap', () => {
    const found = counts(
      [
        ...asking('AU', 50),
        ...asking('IE', 20),
        ...asking('NZ', 20),
        ...asking('ES', 20),
        ...asking('PL', 20),
      ],
      20,
    )

    expect(found).toEqual({
      accepted: 100,
      waiting: 30,
      most: 20,
      countries: [
        ['AU', 20, 30],
        ['ES', 20, 0],
        ['IE', 20, 0],
        ['NZ', 20, 0],
        ['PL', 20, 0],
      ],
    })
  })

  test('two countries over the cap make room for none of each other', () => {
    const small = ['BR', 'CL', 'DE', 'EG', 'FR', 'GH'].flatMap((country) => asking(country, 10))

    expect(counts([...asking('AU', 60), ...asking('US', 40), ...small], 25)).toEqual({
      accepted: 120,
      waiting: 40,
      most: 30,
      countries: [
        ['AU', 30, 30],
        ['US', 30, 10],
        ['BR', 10, 0],
        ['CL', 10, 0],
        ['DE', 10, 0],
        ['EG', 10, 0],
        ['FR', 10, 0],
        ['GH', 10, 0],
      ],
    })
  })

  test('one person is never too many of a country', () => {
    expect(counts([...asking('AU', 1), ...asking('IE', 1)], 20)).toMatchObject({ accepted: 2, waiting: 0 })
  })

  test('nobody asks', () => {
    expect([counts([], 20), percentForAll([])]).toEqual([
      { accepted: 0, waiting: 0, most: 1, countries: [] },
      null,
    ])
  })
})

test('first come, first accepted; at one instant the lower id', () => {
  const at = new Date('2016-01-01T00:00:00Z')
  const australians = [
    ...asking('AU', 3, { submittedAt: at }),
    { ...asking('AU', 1)[0], id: 'AU-first', submittedAt: new Date(0) } as Candidate,
  ]

  const { accepted, waiting } = applyCap(
    [...australians.reverse(), ...asking('IE', 2), ...asking('NZ', 2)],
    34,
  )

  expect([accepted.filter((id) => id.startsWith('AU')), waiting]).toEqual([
    ['AU-first', 'AU0000'],
    ['AU0001', 'AU0002'],
  ])
})

test('a promised place stays, whatever the percentage', () => {
  const promised = asking('AU', 5, { isAccepted: true, submittedAt: new Date('2016-02-01T00:00:00Z') })

  const { accepted } = applyCap([...promised, ...asking('IE', 4), ...asking('NZ', 4)], 10)

  expect(accepted.filter((id) => id.startsWith('AU'))).toEqual(promised.map(({ id }) => id))
})

test('who waited in an earlier round comes before all who came sooner, and after promised places', () => {
  const waited = asking('AU', 2, { hasWaited: true, submittedAt: new Date('2016-02-01T00:00:00Z') })
  const promised = asking('AU', 1, { isAccepted: true, submittedAt: new Date('2016-03-01T00:00:00Z') })
  const named = (people: Candidate[], name: string) => people.map((one) => ({ ...one, id: name + one.id }))

  const { accepted, waiting } = applyCap(
    [
      ...asking('AU', 4),
      ...named(waited, 'waited'),
      ...named(promised, 'promised'),
      ...asking('IE', 3),
      ...asking('NZ', 3),
    ],
    34,
  )

  expect(accepted.filter((id) => id.includes('AU'))).toEqual([
    'waitedAU0000',
    'waitedAU0001',
    'promisedAU0000',
  ])
  expect(waiting).toEqual(['AU0000', 'AU0001', 'AU0002', 'AU0003'])
})

test('of the real file, cleaned, the Australians over a fifth wait', async () => {
  const candidates = (await realApplications()).map((one) => ({
    id: one.id,
    country: one.country ?? 'XX',
    submittedAt: one.submittedAt,
    isAccepted: false,
    hasWaited: false,
  }))

  const found = counts(candidates, 20)

  expect({ ...found, countries: found.countries.slice(0, 2) }).toEqual({
    accepted: 1013,
    waiting: 42,
    most: 202,
    countries: [
      ['AU', 202, 42],
      ['US', 121, 0],
    ],
  })
  expect(counts(candidates, percentForAll(candidates) ?? 0).waiting).toBe(0)
})

const rounds = fc
  .array(
    fc.record({
      country: fc.constantFrom('AU', 'BR', 'CL', 'DE', 'EG', 'FR', 'GH'),
      minute: fc.nat(30),
      hasWaited: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((people) =>
    people.map(
      (one, i): Candidate => ({
        id: String(i).padStart(3, '0'),
        country: one.country,
        submittedAt: new Date(one.minute * 60_000),
        isAccepted: false,
        hasWaited: one.hasWaited,
      }),
    ),
  )

describe('whatever the round', () => {
  test('the cap holds, and one place more for anyone would break it', () => {
    fc.assert(
      fc.property(rounds, fc.integer({ min: 1, max: 100 }), (candidates, percent) => {
        const { countries, accepted, waiting } = applyCap(candidates, percent)
        const byId = new Map(candidates.map((one) => [one.id, one]))
        const limitOf = (places: number) => Math.max(1, Math.floor((places * percent) / 100))

        expect(accepted.length + waiting.length).toBe(candidates.length)
        expect(countries.every((country) => country.accepted <= limitOf(accepted.length))).toBe(true)
        for (const id of waiting.filter((one) => byId.get(one)?.hasWaited))
          expect(
            accepted.filter(
              (one) => byId.get(one)?.country === byId.get(id)?.country && !byId.get(one)?.hasWaited,
            ),
          ).toEqual([])
        for (let more = 1; more <= waiting.length; more++) {
          const places = countries.reduce(
            (sum, { asking }) => sum + Math.min(asking, limitOf(accepted.length + more)),
            0,
          )
          expect(places).toBeLessThan(accepted.length + more)
        }
      }),
    )
  })

  test('the order of the list does not matter, and a second time changes nothing', () => {
    fc.assert(
      fc.property(rounds, fc.integer({ min: 1, max: 100 }), (candidates, percent) => {
        const once = applyCap(candidates, percent)
        const again = applyCap(
          candidates.map((one) => ({ ...one, isAccepted: once.accepted.includes(one.id) })).reverse(),
          percent,
        )

        expect([again.accepted, again.waiting]).toEqual([once.accepted, once.waiting])
      }),
    )
  })
})

test('what percentages would mean is counted as the cap would be applied', () => {
  const country = fc.record({
    asking: fc.integer({ min: 1, max: 30 }),
    promised: fc.integer({ min: 0, max: 30 }),
  })
  const codes = ['AU', 'BR', 'CL', 'DE', 'EG', 'FR']
  fc.assert(
    fc.property(
      fc.array(country, { maxLength: codes.length }),
      fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 }),
      (countries, percents) => {
        const candidates = countries.flatMap((one, at) =>
          asking(codes[at] ?? '', one.asking).map((each, place) => ({
            ...each,
            isAccepted: place < one.promised,
          })),
        )

        const effects = effectsOf(candidates, percents)

        const applied = percents.map((percent) => {
          const { accepted, waiting, countries: shares } = applyCap(candidates, percent)
          const capped = shares.filter((share) => share.waiting > 0).length
          return { percent, accepted: accepted.length, waiting: waiting.length, capped }
        })
        expect(effects).toEqual(applied)
      },
    ),
  )
})
