import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultSettings } from '../scenario/settings.ts'
import { type Applicant, sectors, stages, usualHours, wishable } from './applicant.ts'
import { bestScore, scoring } from './score.ts'
import { defaultWeights } from './weights.ts'

const day = '2016-02-29'
const noWishes = { sector: 'any', stage: 'any', interests: 'any' } as const

const ada: Applicant = {
  id: 'ada',
  personId: 'ada',
  addressKey: 'ada@library.example',
  country: 'ZA',
  zone: 'Africa/Johannesburg',
  sector: 'public',
  stage: 'early',
  interests: ['reading', 'children'],
  languages: ['en'],
  hours: usualHours,
  wishes: noWishes,
  firstTime: false,
  takesTwo: false,
  sharesEmail: true,
}
const sol: Applicant = {
  ...ada,
  id: 'sol',
  personId: 'sol',
  addressKey: 'sol@biblioteca.example',
  country: 'ES',
  zone: 'Europe/Madrid',
}

const of = (applicants: Applicant[], former: [string, string][] = []) =>
  scoring({ applicants, settings: defaultSettings, day, former })

describe('hard rules', () => {
  test.each<[string, Partial<Applicant>, [string, string][], string]>([
    ['the same person twice', { personId: 'ada' }, [], 'same-person'],
    ['the same address twice', { addressKey: 'ada@library.example' }, [], 'same-person'],
    ['two people of one country', { country: 'ZA' }, [], 'same-country'],
    ['former partners', {}, [['sol', 'ada']], 'former-partners'],
    ['no common language', { languages: ['es'] }, [], 'no-common-language'],
  ])('%s are never paired', (_, change, former, obstacle) => {
    const two = of([ada, { ...sol, ...change }], former)

    expect([two.obstacle(0, 1), two.obstacle(1, 0), two.score(0, 1)]).toEqual([obstacle, obstacle, null])
  })

  test('nobody is paired with themself', () => {
    expect(of([ada]).score(0, 0)).toBeNull()
  })
})

describe('wishes', () => {
  test('one wish alone carries the whole share of the wishes', () => {
    const likeMine = { ...ada, wishes: { ...noWishes, sector: 'like' } } as const

    const honoured = of([likeMine, sol]).directed(0, 1)
    const unmet = of([likeMine, { ...sol, sector: 'school' }]).directed(0, 1)

    expect(honoured - unmet).toBe(defaultWeights.wishesShare * 100)
  })

  test('a wish nobody can meet counts against nobody', () => {
    const student = { ...ada, stage: 'student', wishes: { ...noWishes, stage: 'earlier' } } as const
    const easy = { ...student, wishes: noWishes } as const

    expect(of([student, sol]).directed(0, 1)).toBe(of([easy, sol]).directed(0, 1))
  })

  test('the less satisfied of the two counts for more', () => {
    const picky = { ...ada, wishes: { ...noWishes, sector: 'different' } } as const

    const two = of([picky, sol])

    expect(two.score(0, 1)).toBe(Math.floor((3 * two.directed(0, 1) + two.directed(1, 0)) / 4))
  })
})

const anyone: fc.Arbitrary<Applicant> = fc.record({
  id: fc.uuid(),
  personId: fc.uuid(),
  addressKey: fc.uuid(),
  country: fc.constantFrom('AU', 'ZA', 'ES', 'IN', 'BR', 'XK'),
  zone: fc.constantFrom('Australia/Adelaide', 'Africa/Johannesburg', 'Europe/Madrid', 'Asia/Kolkata'),
  sector: fc.constantFrom(...sectors),
  stage: fc.constantFrom(...stages),
  interests: fc.uniqueArray(fc.constantFrom(...Array.from({ length: 40 }, (_, i) => `interest-${i}`)), {
    maxLength: 8,
  }),
  languages: fc.uniqueArray(fc.constantFrom('en', 'es', 'ar', 'hi'), { minLength: 1 }),
  hours: fc.record({ from: fc.integer({ min: 0, max: 1439 }), until: fc.integer({ min: 0, max: 1439 }) }),
  wishes: fc.record({
    sector: fc.constantFrom('like', 'different', 'any'),
    stage: fc.constantFrom('like', 'different', 'earlier', 'later', 'any'),
    interests: fc.constantFrom('like', 'different', 'any'),
  }),
  dear: fc.subarray([...wishable]),
  firstTime: fc.boolean(),
  takesTwo: fc.boolean(),
  sharesEmail: fc.boolean(),
})

test('a wish that matters a lot weighs double among one’s own, and nothing to anyone else', () => {
  const wishing: Applicant = { ...ada, wishes: { sector: 'like', stage: 'different', interests: 'any' } }
  const dear: Applicant = { ...wishing, dear: ['sector'] }
  const { directed: plain } = of([wishing, sol])
  const { directed: doubled } = of([dear, sol])

  // Sector 35 of 60 is met, and stage 25 is not; then 70 of 95.
  const around = plain(0, 1) - Math.floor((75 * 100 * 35) / 60)
  expect(Math.abs(doubled(0, 1) - around - Math.floor((75 * 100 * 70) / 95))).toBeLessThanOrEqual(1)
  expect(doubled(1, 0)).toBe(plain(1, 0))
})

describe('for any two people', () => {
  test('the score is symmetric, whole, in range and the same each time', () => {
    fc.assert(
      fc.property(anyone, anyone, (one, other) => {
        const scores = [
          of([one, other]).score(0, 1),
          of([one, other]).score(1, 0),
          of([other, one]).score(0, 1),
        ]

        expect(new Set(scores).size).toBe(1)
        const score = scores[0]
        if (typeof score === 'number') {
          expect(Number.isInteger(score) && score >= 0 && score <= bestScore).toBe(true)
        }
      }),
    )
  })

  test('the directed score is what its fits add up to', () => {
    fc.assert(
      fc.property(anyone, anyone, (one, other) => {
        const two = of([one, other])
        const { wishes, circumstances } = two.fits(0, 1)
        const share = (fits: Record<string, number | null>, weights: Record<string, number>) => {
          const kept = Object.entries(fits).filter(([, fit]) => fit !== null)
          const weight = kept.reduce((sum, [what]) => sum + (weights[what] ?? 0), 0)
          const met = kept.reduce((sum, [what, fit]) => sum + (weights[what] ?? 0) * (fit ?? 0), 0)
          return weight === 0 ? 100 : met / weight
        }

        const weightsOf = ({ dear = [] }: Applicant) =>
          Object.fromEntries(
            wishable.map((what) => [what, defaultWeights.wishes[what] * (dear.includes(what) ? 2 : 1)]),
          )

        const exact =
          75 * share(wishes, weightsOf(one)) + 25 * share(circumstances, defaultWeights.circumstances)

        expect(Math.abs(two.directed(0, 1) - exact)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('adding a wish that is honoured never lowers the score', () => {
    fc.assert(
      fc.property(anyone, anyone, fc.constantFrom(...wishable), (one, other, what) => {
        const indifferent = { ...one, wishes: { ...one.wishes, [what]: 'any' } }
        for (const wish of ['like', 'different'] as const) {
          const wishing = { ...one, wishes: { ...one.wishes, [what]: wish } }
          if (of([wishing, other]).fits(0, 1).wishes[what] !== 100) continue

          expect(of([wishing, other]).score(0, 1) ?? 0).toBeGreaterThanOrEqual(
            of([indifferent, other]).score(0, 1) ?? 0,
          )
        }
      }),
    )
  })

  test('a partner who meets a wish better is never worth less, all else equal', () => {
    fc.assert(
      fc.property(anyone, anyone, fc.constantFrom(...sectors), (one, other, sector) => {
        const indifferent = { ...other, wishes: { ...other.wishes, sector: 'any' } } as const
        const changed = { ...indifferent, sector }
        const [now, then] = [of([one, indifferent]), of([one, changed])]
        const better = (then.fits(0, 1).wishes.sector ?? 0) - (now.fits(0, 1).wishes.sector ?? 0)

        expect(Math.sign((then.score(0, 1) ?? 0) - (now.score(0, 1) ?? 0)) * better).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
