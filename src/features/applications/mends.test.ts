import { describe, expect, test } from 'vitest'
import type { Application } from './application.ts'
import { deskOf, kindCounts, leftOn, openSectorGroups, stateCounts } from './desk.ts'
import { pairKey } from './duplicates.ts'
import { mendOf, mergePlan, obviousPlan } from './mends.ts'
import { realApplications } from './real-file.ts'

const applications = await realApplications()
const done = (plan: ReturnType<typeof obviousPlan>) => {
  const now = new Map(applications.map((one) => [one.id, one]))
  for (const { applicationId, after } of plan.mends)
    now.set(applicationId, { ...(now.get(applicationId) as Application), ...after })
  return deskOf([...now.values()], {
    settled: new Set(plan.verdicts.map(({ first, second }) => pairKey(first, second))),
  })
}

test('the desk says what is left, by kind', () => {
  const desk = deskOf(applications, { settled: new Set() })

  expect(kindCounts(desk)).toEqual([
    { kind: 'swapped-fields', count: 5, obvious: 4 },
    { kind: 'bad-address', count: 13, obvious: 7 },
    { kind: 'unknown-sector', count: 65, obvious: 46 },
    { kind: 'missing-consent', count: 2, obvious: 0 },
    { kind: 'duplicate', count: 131, obvious: 127 },
  ])
  expect(leftOn(desk)).toBe(216)
  expect(openSectorGroups(desk).length).toBe(12)
  expect(stateCounts(desk)).toEqual({
    problem: 278,
    ready: 777,
    accepted: 0,
    waiting: 0,
    dropped: 0,
    merged: 0,
    withdrawn: 0,
  })
})

test('accepting the obvious leaves what only a person can decide', () => {
  const plan = obviousPlan(applications, new Set())

  const desk = done(plan)

  expect(kindCounts(desk)).toEqual([
    { kind: 'swapped-fields', count: 1, obvious: 0 },
    { kind: 'bad-address', count: 6, obvious: 0 },
    { kind: 'unknown-sector', count: 18, obvious: 0 },
    { kind: 'missing-consent', count: 2, obvious: 0 },
    { kind: 'duplicate', count: 4, obvious: 0 },
  ])
  expect(stateCounts(desk)).toMatchObject({ merged: 15, problem: 34, ready: 1006 })
  expect(plan.verdicts.filter(({ verdict }) => verdict === 'merge').length).toBe(15)
})

test('of three applications of one person the first stands, with the answers of the last', () => {
  const three = applications.filter(({ email }) => email.includes('megan.hughes@univ'))

  const plan = mergePlan([...three].reverse())

  expect(
    plan.mends.map(({ applicationId, kind, after }) => [applicationId, kind, Object.keys(after).length]),
  ).toEqual([
    ['0810', 'merged-answers', 1],
    ['0874', 'merged', 1],
    ['0921', 'merged', 1],
  ])
  expect(plan.mends.slice(1).map(({ after }) => after.mergedInto)).toEqual(['0810', '0810'])
})

test('a place that was given is kept when a second application turns up', () => {
  const [first, second] = applications.filter(({ email }) => email === 'jack.bailey@univ.example.edu') as [
    Application,
    Application,
  ]

  const plan = mergePlan([first, { ...second, acceptedAt: new Date('2016-02-20T12:00:00Z') }])

  expect(plan.mends.find(({ kind }) => kind === 'merged')).toEqual({
    applicationId: first.id,
    kind: 'merged',
    before: { mergedInto: null },
    after: { mergedInto: second.id },
  })
})

describe('of three applications that hang together', () => {
  const [one] = applications as [Application]
  const named = (id: string, change: Partial<Application>): Application => ({
    ...{
      ...one,
      id,
      submittedAt: new Date(Date.UTC(2016, 0, 12, 10, Number(id))),
      email: 'ada@library.example',
    },
    ...{ givenName: 'Ada', familyName: 'Novák', workplace: 'City Library' },
    ...change,
  })
  const mergedOf = (three: Application[], settled = new Set<string>()) =>
    obviousPlan(three, settled).mends.flatMap(({ applicationId, kind }) =>
      kind === 'merged' ? [applicationId] : [],
    )

  test('all become one when no two of them are in doubt', () => {
    expect(mergedOf([named('1', {}), named('2', { workplace: '' }), named('3', {})])).toEqual(['2', '3'])
  })

  test('none is merged in silence when two of them are at two places', () => {
    const three = [named('1', {}), named('2', { workplace: '' }), named('3', { workplace: 'State Library' })]

    expect(mergedOf(three)).toEqual([])
  })

  test('none is merged when two of them were kept apart', () => {
    const three = [named('1', {}), named('2', {}), named('3', {})]

    expect(mergedOf(three, new Set([pairKey('1', '3')]))).toEqual([])
  })

  test('a place is neither lost nor doubled by a merge, nor kept against what was written since', () => {
    const acceptedAt = new Date('2016-02-20T12:00:00Z')
    const unclear = { sharesEmail: null, sharesEmailWritten: 'Rather not?' }
    const refused = { acceptsCode: false, acceptsCodeWritten: 'I do not accept it' }

    expect(mergedOf([named('1', { acceptedAt }), named('2', {})])).toEqual(['2'])
    expect(mergedOf([named('1', { acceptedAt }), named('2', { acceptedAt })])).toEqual([])
    expect(mergedOf([named('1', { acceptedAt }), named('2', unclear)])).toEqual([])
    expect(mergedOf([named('1', { acceptedAt }), named('2', refused)])).toEqual([])
  })
})

test('a mend keeps what stood there, and only what changes', () => {
  const [one] = applications as [Application]

  expect(mendOf(one, 'swapped-fields', { givenName: 'Lucy', familyName: one.familyName })).toEqual({
    applicationId: one.id,
    kind: 'swapped-fields',
    before: { givenName: 'Lucía' },
    after: { givenName: 'Lucy' },
  })
  expect(mendOf(one, 'swapped-fields', { interests: [...one.interests], dropReason: null })).toBeNull()
})
