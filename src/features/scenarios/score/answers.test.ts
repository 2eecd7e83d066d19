import { expect, test } from 'vitest'
import { defaultSettings } from '../scenario/settings.ts'
import { answersFit, type Criterion } from './answers.ts'
import { anApplicant } from './applicant.builder.ts'
import { manyApplicants } from './many-applicants.builder.ts'
import { reasonsFor, sentences } from './reasons.ts'
import { scoring } from './score.ts'

const day = '2016-02-29'
const aCriterion = (differs: Partial<Criterion> = {}): Criterion => ({
  ...{ id: 'way', kind: 'one', prefers: 'alike', weight: 40, isShown: true },
  label: { en: 'How?' },
  options: ['mail', 'call', 'both'].map((id) => ({ id, said: { en: id } })),
  ...differs,
})
const scale = aCriterion({
  ...{ id: 'pace', kind: 'scale' },
  options: ['1', '2', '3', '4', '5'].map((id) => ({ id, said: {} })),
})

test.each([
  ['the same choice', aCriterion(), ['mail'], ['mail'], 100],
  ['another choice', aCriterion(), ['mail'], ['call'], 0],
  ['another choice, where that is preferred', aCriterion({ prefers: 'different' }), ['mail'], ['call'], 100],
  ['one of three choices in common', aCriterion({ kind: 'several' }), ['mail', 'call'], ['call', 'both'], 33],
  ['steps side by side', scale, ['2'], ['3'], 75],
  ['both ends of a scale', scale, ['1'], ['5'], 0],
  ['no answer of the partner', aCriterion(), ['mail'], [], 50],
] as const)('%s fits as it should', (_, criterion, own, other, fit) => {
  expect(answersFit(criterion, own, other)).toBe(fit)
})

const here = { country: 'NG', answers: { way: ['mail'] } }
const score = (own: object, other: object, questions?: number) => {
  const applicants = [anApplicant('a', own), anApplicant('b', other)]
  const weights = { ...defaultSettings.weights, questions }
  const settings = { ...defaultSettings, weights }
  return scoring({ applicants, settings, day, former: [], criteria: [aCriterion()] }).score(0, 1) ?? 0
}

test('an answer counts by its weight, less where the scenario says so, and nothing for who gave none', () => {
  const alike = score(here, { answers: { way: ['mail'] } })
  const other = score(here, { answers: { way: ['call'] } })

  expect(alike).toBeGreaterThan(other)
  expect(score(here, { answers: { way: ['call'] } }, 50)).toBeGreaterThan(other)
  expect(score(here, { answers: { way: ['call'] } }, 0)).toBe(score({ country: 'NG' }, {}))
})

test('no pair of a large round is better than its kinds say', () => {
  const criteria = [aCriterion(), scale]
  const applicants = manyApplicants(150).map((one, at) => ({
    ...one,
    answers: {
      ...(at % 4 === 0 ? {} : { way: [['mail', 'call', 'both'][at % 3] ?? ''] }),
      pace: [String((at % 5) + 1)],
    },
  }))
  const scores = scoring({ applicants, settings: defaultSettings, day, former: [], criteria })
  const { kindOf, most } = scores.kinds()
  const better = applicants.flatMap((own, a) =>
    applicants.filter((other, b) => {
      const shared = own.interests.filter((one) => other.interests.includes(one)).length
      return scores.directed(a, b) > most(kindOf[a] ?? 0, kindOf[b] ?? 0, shared)
    }),
  )

  expect(better).toEqual([])
})

test('what both chose is told, with who may read it; what differs only where that was preferred', () => {
  const applicants = [anApplicant('a', here), anApplicant('b', { answers: { way: ['mail'] } })] as const
  const said = (criterion: Criterion) => {
    const criteria = [criterion]
    const scores = scoring({ applicants, settings: defaultSettings, day, former: [], criteria })
    const sources = { applicants, scoring: scores, day, criteria }
    return sentences(...applicants, reasonsFor(0, 1, sources)).filter(({ say }) => say.startsWith('answers'))
  }

  expect(said(aCriterion({ isShown: false }))).toEqual([
    {
      ...{ say: 'answers-alike', asked: 'nobody' },
      answers: { prefers: 'alike', isShown: false, label: { en: 'How?' }, chosen: [{ en: 'mail' }] },
    },
  ])
  expect(said(aCriterion({ prefers: 'different' }))).toEqual([])
})
