import { describe, expect, test } from 'vitest'
import type { MemberStanding } from '../checkins/index.ts'
import { type Known, leaversOf } from './ending.ts'

const asked = new Date('2016-03-04T12:00:00Z')
const later = (days: number) => new Date(asked.getTime() + days * 86_400_000)

const member = (id: string, wish: Partial<MemberStanding>): MemberStanding => ({
  ...{ pairingId: 'pair', applicationId: id, personId: `person ${id}`, name: id, country: 'BR', zone: 'UTC' },
  ...{ standing: 'silent', since: asked, words: '', askedId: `asked ${id}`, answerId: null, said: null },
  ...{ saidAt: null, missed: null, isContent: false, unheardSince: asked, day: 9 },
  ...wish,
})
const silent = member('a', {})
const nudged = (id: string, day: number) => ({ personId: `person ${id}`, at: later(day) })

/** Who would leave, where both have been asked once more on the third day, and it is the eighth. */
function leaving(
  members: MemberStanding[],
  wish: Partial<Known> & { kind?: 'silence' | 'bounce'; next?: 'nudge' | 'release' } = {},
) {
  const { kind = 'silence', next = 'release', ...known } = wish
  const found = leaversOf(
    { kind, next, applicationId: 'a' },
    { id: 'pair', members, contradicts: false },
    {
      ...{ nudges: [nudged('a', 3), nudged('b', 3)], backAt: null, days: [1, 4], now: later(8) },
      ...known,
    },
  )
  return found?.map(({ applicationId }) => applicationId) ?? null
}

test('whoever is silent leaves, one or both, once that is the next step', () => {
  expect(leaving([silent, member('b', { standing: 'not-yet' })])).toEqual(['a'])
  expect(leaving([silent, member('b', {})])).toEqual(['a', 'b'])
  expect(leaving([silent, member('b', {})], { next: 'nudge' })).toBeNull()
  expect(leaving([silent, member('b', {}), member('c', {})])).toBeNull()
  expect(leaving([member('a', { standing: 'asked' }), member('b', { standing: 'not-yet' })])).toBeNull()
})

describe('nobody leaves', () => {
  const alone = member('b', { standing: 'not-yet' })

  test('who was not asked once more about this silence, or has days to answer still', () => {
    expect(leaving([silent, alone], { nudges: [] })).toBeNull()
    expect(leaving([silent, alone], { nudges: [nudged('b', 3), nudged('a', -1)] })).toBeNull()
    expect(leaving([silent, alone], { nudges: [nudged('a', 5)] })).toBeNull()
    expect(leaving([silent, alone], { nudges: [nudged('a', 3), nudged('a', 7)] })).toEqual(['a'])
    // One has had their days, the other has not.
    expect(leaving([silent, member('b', {})], { nudges: [nudged('a', 3), nudged('b', 7)] })).toBeNull()
  })

  test('who has just come back', () => {
    expect(leaving([silent, alone], { backAt: later(7) })).toBeNull()
    expect(leaving([silent, alone], { backAt: later(7), now: later(11) })).toEqual(['a'])
  })

  test('while somebody says that they are in touch, or wrote what a person has not settled', () => {
    expect(leaving([silent, member('b', { standing: 'in-touch', isContent: true })])).toBeNull()
    expect(leaving([silent, member('b', { standing: 'wrote', words: 'She is ill.' })])).toBeNull()
    expect(leaving([silent, member('b', { standing: 'help', words: 'She is ill.' })])).toBeNull()
    expect(leaving([silent, member('b', { standing: 'help' })])).toEqual(['a'])
    expect(leaving([silent, member('b', { standing: 'looked-after', words: 'She is ill.' })])).toEqual(['a'])
  })
})

test('whom emails do not reach is not asked once more, and leaves unless they are in touch all the same', () => {
  const of = (...members: MemberStanding[]) => leaving(members, { kind: 'bounce', nudges: [nudged('b', 3)] })

  expect(of(silent, member('b', { standing: 'not-yet' }))).toEqual(['a'])
  expect(of(silent, member('b', {}))).toEqual(['a', 'b'])
  expect(of(silent, member('b', { standing: 'in-touch', isContent: true }))).toBeNull()
  expect(of(member('a', { standing: 'not-yet' }), member('b', {}))).toBeNull()
})
