import { describe, expect, test } from 'vitest'
import { anApplicant } from '../score/applicant.builder.ts'
import type { Applicant } from '../score/applicant.ts'
import { scoring } from '../score/score.ts'
import { proposeInThread } from '../thread/run-in-thread.ts'
import { propose } from './propose.ts'
import { inputsWith } from './scenario.builder.ts'
import { judged, violations } from './scenario.ts'
import { defaultSettings, type Settings } from './settings.ts'

const any = { sector: 'any', stage: 'any', interests: 'any' } as const

const membersOf = (outcome: ReturnType<typeof propose>) =>
  'problem' in outcome
    ? outcome.problem
    : outcome.groups.map(({ members }) => [...members].sort().join()).sort()

const four = [
  anApplicant('a', { country: 'AU', wishes: { ...any, sector: 'different' } }),
  anApplicant('b', { country: 'BR' }),
  anApplicant('c', { country: 'CA', sector: 'school' }),
  anApplicant('d', { country: 'DE' }),
]

describe('the settings of a scenario', () => {
  const settingsOf = (more: Partial<Settings>) => ({ settings: { ...defaultSettings, ...more } })

  test('can leave the odd one out in reserve, although somebody would take two', () => {
    const five = [...four, anApplicant('e', { country: 'EE', takesTwo: true })]

    const trio = propose(inputsWith(five))
    const reserve = propose(inputsWith(five, settingsOf({ oddOneOut: 'reserve' })))

    expect(trio).toMatchObject({ reserve: [], groups: { length: 2 } })
    expect(reserve).toMatchObject({ reserve: { length: 1 }, groups: { length: 2 } })
  })

  test('can keep the partners of the plan at the price of points', () => {
    const keep = [['a', 'd'] as const]

    const fresh = propose(inputsWith(four, { keep }))
    const kept = propose(inputsWith(four, { keep, ...settingsOf({ keepBonus: 10_000 }) }))

    expect(membersOf(fresh)).toEqual(['a,c', 'b,d'])
    expect(membersOf(kept)).toEqual(['a,d', 'b,c'])
    expect('problem' in kept || kept.total).toBeLessThan(20_000)
  })

  test('can do without the pins', () => {
    expect(
      membersOf(propose(inputsWith(four, { pins: [['a', 'b']], ...settingsOf({ keepsPins: false }) }))),
    ).toEqual(['a,c', 'b,d'])
  })

  test('can keep clocks together, and ask for two languages of those who have two', () => {
    const at = (id: string, country: string, zone: string, languages: string[]) =>
      anApplicant(id, { country, zone, languages })
    const people = [
      at('a', 'NZ', 'Pacific/Auckland', ['en', 'fr']),
      at('b', 'US', 'America/Los_Angeles', ['en', 'es']),
      at('c', 'GB', 'Europe/London', ['en']),
    ]
    const obstacles = (more: Partial<Settings>) => {
      const { obstacle } = scoring(inputsWith(people, settingsOf(more)))
      return [obstacle(0, 1), obstacle(0, 2), obstacle(1, 2)]
    }

    // Thirteen hours one way round are eleven the other way round.
    expect(obstacles({ mostHoursApart: 8 })).toEqual([null, 'too-far-apart', null])
    expect(obstacles({ commonLanguages: 2 })).toEqual(['too-few-languages', null, null])
  })

  test('can look for likeness instead of wishes', () => {
    expect(membersOf(propose(inputsWith(four, settingsOf({ scorer: 'alike' }))))).not.toContain('a,c')
  })
})

describe('rules of a coordinator', () => {
  test('two pins that share a person are a trio with that person in the middle', () => {
    const outcome = propose(
      inputsWith(four, {
        pins: [
          ['a', 'b'],
          ['b', 'c'],
        ],
      }),
    )

    expect(outcome).toMatchObject({
      groups: [{ members: ['a', 'b', 'c'], centre: 'b' }],
      reserve: [{ id: 'd', reason: { kind: expect.any(String) } }],
    })
  })

  test('someone who is held waits, whoever could be their partner', () => {
    const outcome = propose(inputsWith(four, { held: ['a'] }))

    expect(outcome).toMatchObject({
      groups: { length: 1 },
      reserve: expect.arrayContaining([{ id: 'a', reason: { kind: 'by-hand', possible: 3 } }]),
    })
  })
})

describe('a proposal', () => {
  test('gives each wish what can be had, and says why', () => {
    const outcome = propose(inputsWith(four))

    expect(membersOf(outcome)).toEqual(['a,c', 'b,d'])
    expect(outcome).toMatchObject({
      reserve: [],
      groups: expect.arrayContaining([
        expect.objectContaining({
          centre: null,
          reasons: [expect.objectContaining({ reasons: expect.anything() })],
        }),
      ]),
    })
  })

  test('keeps pins and bans', () => {
    expect(membersOf(propose(inputsWith(four, { pins: [['a', 'b']] })))).toEqual(['a,b', 'c,d'])
    expect(membersOf(propose(inputsWith(four, { bans: [['c', 'a']] })))).not.toContain('a,c')
  })

  test('keeps nobody to a pin whose other half has left', () => {
    expect(membersOf(propose(inputsWith(four, { pins: [['a', 'gone']] })))).toEqual(['a,c', 'b,d'])
  })

  test('is the same in whatever order people come', () => {
    expect(membersOf(propose(inputsWith([...four].reverse())))).toEqual(membersOf(propose(inputsWith(four))))
  })

  test('tells the odd one out why', () => {
    const outcome = propose(inputsWith(four.slice(0, 3)))

    expect(outcome).toMatchObject({ reserve: [{ reason: { kind: 'odd-number', possible: 2 } }] })
  })

  test('seats the odd one out with a willing pair', () => {
    const [a, b, c] = four as [Applicant, Applicant, Applicant]

    const outcome = propose(inputsWith([a, { ...b, takesTwo: true }, c]))

    expect(outcome).toMatchObject({ reserve: [], groups: [{ centre: 'b' }] })
  })

  test('says how many compete for how few when one country is too many', () => {
    const many = ['a', 'b', 'c', 'd'].map((id) => anApplicant(id, { country: 'AU' }))

    const outcome = propose(inputsWith([...many, anApplicant('e', { country: 'BR' })]))

    expect(outcome).toMatchObject({ groups: [expect.anything()] })
    expect('problem' in outcome ? [] : outcome.reserve.map(({ reason }) => reason)).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'too-few-partners', possible: 1, rivals: 2, partners: 1 })),
    )
  })

  test('is not made when a pin breaks a hard rule, or of one person', () => {
    const two = [anApplicant('a'), anApplicant('b')]

    expect(propose(inputsWith(two, { pins: [['a', 'b']] }))).toEqual({ problem: 'pin-impossible' })
    expect(propose(inputsWith(two.slice(0, 1)))).toEqual({ problem: 'too-few-people' })
  })
})

/** People as varied as a round's, without chance. */
const crowd = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    anApplicant(`p${String(i).padStart(4, '0')}`, {
      country: ['AU', 'US', 'GB', 'CA', 'ZA', 'IN', 'NZ', 'IE', 'DE', 'ES'][(i * 7) % 10] ?? 'FR',
      zone: ['Australia/Sydney', 'America/New_York', 'Europe/London', 'Asia/Kolkata'][(i * 7) % 4] ?? 'UTC',
      sector: (['academic', 'public', 'special', 'school'] as const)[(i * 3) % 4] ?? 'lis',
      stage: (['student', 'early', 'mid', 'late'] as const)[(i * 5) % 4] ?? 'mid',
      interests: [`i${i % 19}`, `i${(i * 3) % 17}`, `i${(i * 5) % 13}`],
      wishes: {
        sector: (['any', 'like', 'different'] as const)[i % 3] ?? 'any',
        stage: (['any', 'earlier', 'later'] as const)[(i >> 2) % 3] ?? 'any',
        interests: (['like', 'any', 'different'] as const)[(i >> 1) % 3] ?? 'any',
      },
    }),
  )

test('a round of a thousand is paired in a thread of its own, while this one stays free', async () => {
  const inputs = inputsWith(crowd(1001))
  let ticks = 0
  const timer = setInterval(() => {
    ticks++
  }, 5)

  const run = proposeInThread(inputs)
  const outcome = await run.outcome
  clearInterval(timer)

  if ('problem' in outcome) throw new Error(outcome.problem)
  const { by } = judged(inputs)
  const proposal = {
    groups: outcome.groups.map(({ members }) => ({ members, pinned: false })),
    reserve: outcome.reserve.map(({ id }) => id),
  }
  expect(violations(proposal, inputs.applicants, by)).toEqual([])
  expect(outcome.reserve.map(({ reason }) => reason)).toEqual([
    { kind: 'odd-number', possible: expect.any(Number) },
  ])
  expect(run.progress()).toEqual({ stage: 'reasons', done: 100, of: 100 })
  expect(ticks).toBeGreaterThan(10)
})

test('a thread that fails says so', async () => {
  const broken = inputsWith([anApplicant('a', { zone: 'Nowhere/Land' }), anApplicant('b', { country: 'BR' })])

  await expect(proposeInThread(broken).outcome).rejects.toThrow(/time zone/)
})

test('a run that is stopped ends at once, and says why', async () => {
  const run = proposeInThread(inputsWith(crowd(1001)))

  run.stop('cancelled')

  expect(await run.outcome).toEqual({ problem: 'cancelled' })
})
