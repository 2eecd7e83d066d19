import { describe, expect, test } from 'vitest'
import { anApplicant } from '../score/applicant.builder.ts'
import { aGroup, fivePeople, inputsWith, judgeOf } from './scenario.builder.ts'
import { type Inputs, isStale, type Proposal, staleness, violations } from './scenario.ts'
import { defaultSettings } from './settings.ts'

const inputs = inputsWith(fivePeople, { former: [['person-a', 'person-b']], pins: [['a', 'b']] })

describe('a scenario is out of date', () => {
  test('never by the order in which things are listed', () => {
    const shuffled = {
      ...inputs,
      applicants: [...fivePeople].reverse(),
      former: [['person-b', 'person-a']],
    } as const

    expect(isStale(staleness(inputs, { ...shuffled, seed: 8 }, [aGroup('b', 'a')]))).toBe(false)
  })

  test('when people join, leave or change an answer', () => {
    const changed = [...fivePeople.slice(1, 4), anApplicant('e', { country: 'NZ' }), anApplicant('f')]

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

    expect(staleness(inputs, now, [aGroup('a', 'b'), aGroup('b', 'd')]).settings).toEqual([
      'pins',
      'bans',
      'held',
    ])
    expect(staleness(inputs, now, [aGroup('c', 'a'), aGroup('b', 'e')]).settings).toEqual([])
  })
})

test('a proposal that forgets, doubles, invents or wrongly pairs someone is caught', () => {
  const broken: Proposal = { groups: [aGroup('a', 'e'), aGroup('b', 'c'), aGroup('b', 'x')], reserve: [] }

  expect(violations(broken, fivePeople, judgeOf())).toEqual([
    { kind: 'twice', id: 'b' },
    { kind: 'unknown', id: 'x' },
    { kind: 'missing', id: 'd' },
    { kind: 'same-country', between: ['a', 'e'] },
  ])
})
