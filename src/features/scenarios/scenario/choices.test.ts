import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scorerNames } from '../score/scorers/index.ts'
import { type Choices, choiceNames, choicesOf, settingsOf, unusual } from './choices.ts'
import { defaultSettings } from './settings.ts'

const share = fc.integer({ min: 0, max: 100 })
const choices: fc.Arbitrary<Choices> = fc.record({
  scorer: fc.constantFrom(...scorerNames),
  wishesShare: share,
  interests: share,
  sector: share,
  stage: share,
  hours: share,
  languages: share,
  region: share,
  experience: share,
  questions: share,
  lessSatisfiedShare: share,
  enoughHours: fc.integer({ min: 2, max: 28 }).map((halves) => halves / 2),
  worstFirst: fc.boolean(),
  mostHoursApart: fc.option(fc.integer({ min: 0, max: 12 })),
  commonLanguages: fc.constantFrom(1, 2),
  oddOneOut: fc.constantFrom('trio', 'reserve'),
  keepsPins: fc.boolean(),
  keepBonus: fc.integer({ min: 0, max: 10_000 }),
})

test('choices and settings say the same', () => {
  fc.assert(
    fc.property(choices, (one) => {
      expect(choicesOf(settingsOf(one))).toEqual(one)
    }),
  )
  expect(settingsOf(choicesOf(defaultSettings))).toEqual(defaultSettings)
})

test('every choice has its name', () => {
  expect(Object.keys(choicesOf(defaultSettings)).sort()).toEqual([...choiceNames].sort())
})

test('what differs from the usual is named, and nothing else', () => {
  const weights = { ...defaultSettings.weights, enoughMinutes: 360 }

  expect([
    unusual(defaultSettings),
    unusual({ ...defaultSettings, weights, worstFirst: false, mostHoursApart: 0 }),
  ]).toEqual([[], ['enoughHours', 'worstFirst', 'mostHoursApart']])
})
