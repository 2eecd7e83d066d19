import { expect, test } from 'vitest'
import { anApplicant } from '../score/applicant.builder.ts'
import { changeAsWritten, compare, type Side } from './comparison.ts'
import { inputsWith } from './scenario.builder.ts'
import type { Inputs } from './scenario.ts'
import { defaultSettings } from './settings.ts'

const any = { sector: 'any', stage: 'any', interests: 'any' } as const
const wishful = { ...any, sector: 'like' } as const
const people = [
  anApplicant('ana', { country: 'BR', sector: 'school', wishes: wishful }),
  anApplicant('bo', { country: 'SE' }),
  anApplicant('chi', { country: 'NG', sector: 'school' }),
  anApplicant('dov', { country: 'IL' }),
  anApplicant('eva', { country: 'AR' }),
]

const inputs = inputsWith(people, { seed: 7 })

const side = (groups: string[][], reserve: string[], more: Partial<Inputs> = {}): Side => ({
  inputs: { ...inputs, ...more },
  proposal: { groups: groups.map((members) => ({ members, pinned: false })), reserve },
})

test('whoever gains or loses a partner comes first, then whoever is served most differently', () => {
  const one = side(
    [
      ['ana', 'bo'],
      ['chi', 'dov'],
    ],
    ['eva'],
  )
  const other = side(
    [
      ['ana', 'chi'],
      ['dov', 'eva'],
    ],
    ['bo'],
  )

  const { moved, same, numbers } = compare(one, other, defaultSettings)

  expect(same).toBe(0)
  expect(moved.map(({ id, before, after }) => [id, before, after])).toEqual([
    ['bo', ['ana'], []],
    ['eva', [], ['dov']],
    ['ana', ['bo'], ['chi']],
    ['chi', ['dov'], ['ana']],
    ['dov', ['chi'], ['eva']],
  ])
  const [bo, eva, ana] = moved
  expect([bo?.servedAfter, eva?.servedBefore]).toEqual([null, null])
  expect(ana?.servedAfter).toBeGreaterThan(ana?.servedBefore ?? 0)
  expect(numbers).toContainEqual({ what: 'sector', as: 'count', one: 0, other: 1 })
})

test('settings and rules that differ are named, those that do not are not', () => {
  const one = side([['ana', 'bo']], ['chi', 'dov', 'eva'])
  const settings = {
    ...defaultSettings,
    worstFirst: false,
    weights: { ...defaultSettings.weights, wishesShare: 50 },
  }
  const other = side([['ana', 'bo']], ['chi', 'dov', 'eva'], {
    settings,
    seed: 8,
    pins: [['bo', 'ana']],
    held: ['eva'],
  })

  const { choices, given, numbers, moved } = compare(one, other, defaultSettings)

  expect(choices.map(({ name }) => name)).toEqual(['wishesShare', 'worstFirst'])
  expect(given).toEqual([
    { what: 'pins', one: '0', other: '1' },
    { what: 'held', one: '0', other: '1' },
    { what: 'seed', one: '7', other: '8' },
  ])
  expect([numbers, moved]).toEqual([[], []])
})

test('both are judged by the same weights, whatever their own', () => {
  const groups = [
    ['ana', 'bo'],
    ['chi', 'dov'],
  ]
  const settings = { ...defaultSettings, scorer: 'alike' as const }

  const { numbers } = compare(side(groups, ['eva']), side(groups, ['eva'], { settings }), defaultSettings)

  expect(numbers).toEqual([])
})

test('people of one scenario only are listed apart', () => {
  const few = people.slice(0, 4)
  const one = side(
    [
      ['ana', 'bo'],
      ['chi', 'dov'],
    ],
    [],
    { applicants: few },
  )
  const other = side(
    [
      ['ana', 'bo'],
      ['chi', 'eva'],
    ],
    [],
    { applicants: people.filter(({ id }) => id !== 'dov') },
  )

  const { onlyOne, onlyOther, moved, same } = compare(one, other, defaultSettings)

  expect([onlyOne, onlyOther, same]).toEqual([['dov'], ['eva'], 1])
  expect(moved.map(({ id }) => id)).toEqual(['chi'])
})

test.each([
  ['what reads the same does not differ', 'share', 9_549, 9_546, 0],
  ['a share changes by what can be read off the two', 'share', 7_000, 6_355, -640],
  ['a count changes by itself', 'count', 492, 495, 3],
  ['to begin with there was none', 'count', null, 5, 5],
] as const)('%s', (_what, as, one, other, change) => {
  expect(changeAsWritten({ what: 'mean', as, one, other })).toBe(change)
})
