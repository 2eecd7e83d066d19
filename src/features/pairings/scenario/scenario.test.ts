import { describe, expect, test } from 'vitest'
import { anApplicant } from '../score/applicant.builder.ts'
import { scoring } from '../score/score.ts'
import {
  type Group,
  type Inputs,
  isStale,
  judge,
  type Proposal,
  staleness,
  type Two,
  violations,
} from './scenario.ts'
import { defaultSettings } from './settings.ts'

const any = { sector: 'any', stage: 'any', interests: 'any' } as const
const people = [
  anApplicant('a', { country: 'AU' }),
  anApplicant('b', { country: 'BR', wishes: { ...any, sector: 'different' } }),
  anApplicant('c', { country: 'CA', sector: 'school' }),
  anApplicant('d', { country: 'DE' }),
  anApplicant('e', { country: 'AU' }),
]
const judged = (applicants = people, bans: Two[] = []) =>
  judge(applicants, scoring({ applicants, settings: defaultSettings, day: '2016-02-29', former: [] }), bans)
const pair = (...members: string[]): Group => ({ members, pinned: false })

const inputs: Inputs = {
  applicants: people,
  former: [['person-a', 'person-b']],
  settings: defaultSettings,
  day: '2016-02-29',
  seed: 7,
  pins: [['a', 'b']],
  bans: [],
  held: [],
  keep: [],
  engine: '1',
}

describe('a scenario is out of date', () => {
  test('never by the order in which things are listed', () => {
    const shuffled = {
      ...inputs,
      applicants: [...people].reverse(),
      former: [['person-b', 'person-a']],
    } as const

    expect(isStale(staleness(inputs, { ...shuffled, seed: 8 }, [pair('b', 'a')]))).toBe(false)
  })

  test('when people join, leave or change an answer', () => {
    const changed = [...people.slice(1, 4), anApplicant('e', { country: 'NZ' }), anApplicant('f')]

    expect(staleness(inputs, { ...inputs, applicants: changed }, [])).toEqual({
      joined: ['f'],
      left: ['a'],
      changed: ['e'],
      settings: [],
    })
  })

  test('when the day, former partners or the engine change; not when other settings are chosen', () => {
    const now: Inputs = {
      ...inputs,
      settings: { ...defaultSettings, scorer: 'alike' },
      day: '2016-03-07',
      former: [],
      pins: [],
      engine: '2',
    }

    expect(staleness(inputs, now, []).settings).toEqual(['day', 'former', 'engine'])
  })

  test('when it does not keep to a pin, a ban or a hold; not when a change by hand has made it so', () => {
    const now: Inputs = { ...inputs, pins: [['a', 'c']], bans: [['b', 'd']], held: ['d'] }

    expect(staleness(inputs, now, [pair('a', 'b'), pair('b', 'd')]).settings).toEqual([
      'pins',
      'bans',
      'held',
    ])
    expect(staleness(inputs, now, [pair('c', 'a'), pair('b', 'e')]).settings).toEqual([])
  })
})

test('a proposal that forgets, doubles, invents or wrongly pairs someone is caught', () => {
  const broken: Proposal = { groups: [pair('a', 'e'), pair('b', 'c'), pair('b', 'x')], reserve: [] }

  expect(violations(broken, people, judged())).toEqual([
    { kind: 'twice', id: 'b' },
    { kind: 'unknown', id: 'x' },
    { kind: 'missing', id: 'd' },
    { kind: 'same-country', between: ['a', 'e'] },
  ])
})
