import { describe, expect, test } from 'vitest'
import type { Applicant } from '../score/applicant.ts'
import { manyApplicants } from '../score/many-applicants.builder.ts'
import { scoring, together } from '../score/score.ts'
import { isLarge, type Outcome, propose, type RunProblem } from './propose.ts'
import { inputsWith } from './scenario.builder.ts'
import { type Inputs, judged, violations } from './scenario.ts'
import { defaultSettings } from './settings.ts'

/** Some pinned, banned, held and former partners, all of whom may meet but for that. */
function withRules(inputs: Inputs): Inputs {
  const { by } = judged(inputs)
  const ids = inputs.applicants.map(({ id }) => id)
  const may = ids.slice(0, 40).flatMap((one, at): [string, string][] => {
    const other = ids[at + 40]
    return other !== undefined && by.obstacle(one, other) === null ? [[one, other]] : []
  })
  const personOf = new Map(inputs.applicants.map(({ id, personId }) => [id, personId]))
  return {
    ...inputs,
    pins: may.slice(0, 3),
    bans: may.slice(3, 9),
    former: may
      .slice(9, 15)
      .map(([one, other]) => [personOf.get(one) ?? '', personOf.get(other) ?? ''] as const),
    held: ids.slice(-2),
  }
}

function planned(answer: Outcome | { problem: RunProblem }): Outcome {
  if ('problem' in answer) throw new Error(answer.problem)
  return answer
}

/** The plan that is made without a list of all pairs, however few there are. */
const unlisted = (inputs: Inputs): Outcome => planned(propose(inputs, () => {}, 0))

const numbersOf = ({ total, worst, priceOfFairness, reserve, groups }: Outcome) => ({
  total,
  worst,
  priceOfFairness,
  waiting: reserve.length,
  groups: groups.length,
})

describe('a plan without a list of all pairs', () => {
  test.for([
    [120, 1],
    [121, 2],
    [60, 3],
    [61, 4],
  ] as const)('is as good as one with: %i people', ([people, seed]) => {
    const inputs = withRules(inputsWith(manyApplicants(people, seed)))

    const [large, small] = [unlisted(inputs), planned(propose(inputs))]

    expect(numbersOf(large)).toEqual(numbersOf(small))
    const { by } = judged(inputs)
    const groups = large.groups.map(({ members }) => ({ members, pinned: false }))
    const reserve = large.reserve.map(({ id }) => id)
    expect(violations({ groups, reserve }, inputs.applicants, by)).toEqual([])
    for (const pin of inputs.pins)
      expect(groups.some(({ members }) => pin.every((one) => members.includes(one)))).toBe(true)
  })

  test('is as good where most people are from one country, and some of them have to wait', () => {
    const people = manyApplicants(150, 8).map((one, at) => (at % 5 < 3 ? { ...one, country: 'AU' } : one))
    const inputs = withRules(inputsWith(people))

    const [large, small] = [unlisted(inputs), planned(propose(inputs))]

    expect(numbersOf(large)).toEqual(numbersOf(small))
    expect(large.reserve.length).toBeGreaterThan(20)
  })

  test('is the same in whatever order people come', () => {
    const inputs = withRules(inputsWith(manyApplicants(150, 5)))
    const backwards = ({ id }: Applicant) => [...id].reverse().join('')
    const mixed = inputs.applicants.toSorted((one, other) => (backwards(one) < backwards(other) ? -1 : 1))

    expect(unlisted({ ...inputs, applicants: mixed })).toEqual(unlisted(inputs))
  })

  test('keeps pairs that are to be kept', () => {
    const inputs = inputsWith(manyApplicants(200, 6))
    const first = unlisted(inputs)
    const keep = first.groups
      .slice(0, 90)
      .map(({ members: [one = '', other = ''] }): [string, string] => [one, other])
    const fewer = {
      ...inputs,
      applicants: inputs.applicants.filter(
        ({ id }) => !first.groups.slice(90, 92).some(({ members }) => members.includes(id)),
      ),
    }

    const again = unlisted({
      ...fewer,
      keep,
      settings: { ...defaultSettings, worstFirst: false, keepBonus: 10_000 },
    })

    const together = new Set(again.groups.map(({ members }) => members.toSorted().join()))
    expect(keep.filter((two) => !together.has(two.toSorted().join()))).toEqual([])
  })
})

test.for([
  {},
  { scorer: 'alike' },
  { weights: { ...defaultSettings.weights, wishesShare: 0, lessSatisfiedShare: 50 } },
  {
    weights: {
      ...defaultSettings.weights,
      circumstances: { hours: 0, languages: 0, region: 0, experience: 5 },
    },
  },
] as const)('no two people suit each other better than their kinds can: %o', (changes) => {
  const applicants = manyApplicants(400, 7)
  const inputs = { ...inputsWith(applicants), settings: { ...defaultSettings, ...changes } }
  const scores = scoring(inputs)
  const { kindOf, most } = scores.kinds()
  const share = inputs.settings.weights.lessSatisfiedShare

  const better = applicants.flatMap((one, a) =>
    applicants.flatMap((other, b) => {
      const shared = one.interests.filter((each) => other.interests.includes(each)).length
      const [own, others] = [kindOf[a] ?? 0, kindOf[b] ?? 0]
      const bound = together(most(own, others, shared), most(others, own, shared), share)
      return a !== b && (scores.score(a, b) ?? 0) > bound ? [[a, b]] : []
    }),
  )

  expect(better).toEqual([])
})

test('pairs are listed for two thousand people, and not for more', () => {
  const pool = (people: number) => ({
    applicants: manyApplicants(people),
    pins: [['a-000000', 'a-000001']] as const,
  })

  expect([2002, 2003].map((people) => isLarge(pool(people)))).toEqual([false, true])
})
