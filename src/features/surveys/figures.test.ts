import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import type { Question } from '../questions/index.ts'
import { type Alike, type Chosen, type Figures, figuresOf, groupings } from './figures.ts'

const question = (name: string, kind: Question['kind'], count: number, isRequired: boolean): Question => ({
  ...{
    id: name,
    lineageId: name,
    kind,
    isRequired,
    shownIf: null,
    isShown: false,
    prefers: null,
    weight: 15,
  },
  words: { en: { label: name, hint: '' } },
  options: Array.from({ length: count }, (_, at) => ({
    ...{ id: `${name}${at}`, lineageId: `${name}${at}`, words: {} },
  })),
})
const scale = question('scale', 'scale', 5, true)
const choice = question('choice', 'one', 3, false)
const several = question('several', 'several', 4, true)
const questions = [scale, choice, several]

/** Somebody who has answered: what they are, and which options they chose. */
type Someone = Record<(typeof groupings)[number], string> & {
  scale: number
  choice: number
  several: number[]
}

const someone = record({
  sector: constantFrom(
    'public',
    'public',
    'public',
    'academic',
    'academic',
    'school',
    'health',
    'law',
    'archive',
  ),
  region: constantFrom('europe', 'europe', 'africa', 'asia', 'oceania'),
  experience: constantFrom('first', 'first', 'again'),
  scale: integer({ min: 0, max: 4 }),
  choice: integer({ min: 0, max: 3 }),
  several: array(integer({ min: 0, max: 3 }), { maxLength: 4 }),
})
const crowd = array(someone, { minLength: 1, maxLength: 90 })

const of = (people: readonly Someone[]): Figures | null => {
  const alike = ({ sector, region, experience }: Someone): Alike => ({ sector, region, experience, count: 1 })
  const chosen = people.flatMap((one): Chosen[] =>
    [`scale${one.scale}`, `choice${one.choice}`, ...new Set(one.several.map((at) => `several${at}`))].map(
      (optionId) => ({ ...alike(one), optionId }),
    ),
  )
  return figuresOf(people.map(alike), chosen, questions)
}

const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : []
}

test('of any two editions, whatever numbers are compared, they differ by nothing or by five people at least', () => {
  assert(
    property(crowd, crowd, (before, more) => {
      const numbers = [of(before), of([...before, ...more])].flatMap(numbersIn)
      for (const one of numbers)
        for (const other of numbers)
          if (one !== other) expect(Math.abs(one - other)).toBeGreaterThanOrEqual(5)
    }),
  )
})

test('fewer than five are not told of, and neither is a grouping that would leave one small group alone', () => {
  const alike = { sector: 'public', region: 'europe', experience: 'first', count: 12 }
  const other = { ...alike, experience: 'again', count: 3 }

  expect(figuresOf([{ ...alike, count: 4 }], [], questions)).toBeNull()
  expect(figuresOf([alike, other], [], questions)?.groups).toEqual({
    ...{ sector: [{ name: 'public', answered: 15 }], region: [{ name: 'europe', answered: 15 }] },
    experience: null,
  })
})

/** What a reader who knows how it is told can say of a number: at least, and at most. */
type Bounds = { least: number; most: number }
const bounds = (told: number, caps: number[]): Bounds => ({
  least: told,
  most: told + (caps.includes(told) ? 9 : 4),
})
const capOf = (parts: readonly number[]) =>
  parts.reduce((all, one) => all + one, 0) + Math.floor(Math.max(0, 4 * parts.length - 1) / 5) * 5

/** Narrows each part by the whole and the other parts, until nothing more can be said. */
function attack(whole: Bounds, parts: Bounds[]): Bounds[] {
  let known = parts
  for (;;) {
    const next = known.map((one, at) => {
      const others = known.filter((_, index) => index !== at)
      const most = others.reduce((all, other) => all + other.most, 0)
      const least = others.reduce((all, other) => all + other.least, 0)
      return { least: Math.max(one.least, whole.least - most), most: Math.min(one.most, whole.most - least) }
    })
    if (JSON.stringify(next) === JSON.stringify(known)) return known
    known = next
  }
}

test('nobody who subtracts parts from their whole learns a number under five, however the figures fell', () => {
  assert(
    property(crowd, (people) => {
      const figures = of(people)
      if (!figures) return
      for (const grouping of groupings) {
        const groups = figures.groups[grouping]
        if (!groups) continue
        for (const { options, by } of figures.questions)
          for (const [at, { chosen }] of options.entries()) {
            const parts = by[grouping].map((row) => row[at] ?? 0)
            const caps = groupings.map((one) =>
              capOf(
                figures.questions.find((q) => q.options === options)?.by[one].map((row) => row[at] ?? 0) ??
                  [],
              ),
            )
            for (const { least, most } of attack(
              bounds(chosen, caps),
              parts.map((one) => bounds(one, [])),
            ))
              expect(most > least || least >= 5).toBe(true)
          }
        const [first] = figures.questions
        for (const [place, { answered }] of groups.entries()) {
          const parts = first?.by[grouping][place] ?? []
          for (const { least, most } of attack(
            bounds(answered, [capOf(parts)]),
            parts.map((one) => bounds(one, [])),
          ))
            expect(most > least || least >= 5).toBe(true)
        }
        const sizes = groups.map(({ answered }) => answered)
        const known = attack(
          bounds(figures.answered, [capOf(sizes)]),
          sizes.map((one) => bounds(one, [])),
        )
        for (const { least, most } of known)
          expect(most > least || least >= 5 || sizes.length === 1).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})
