import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aGroup, fivePeople, judgeOf } from './scenario.builder.ts'
import { type Proposal, type Two, violations } from './scenario.ts'
import { swap } from './swap.ts'

describe('a swap by hand', () => {
  const proposal: Proposal = { groups: [aGroup('a', 'b'), aGroup('c', 'd')], reserve: ['e'] }

  test('makes partners of those left behind and says what it costs', () => {
    const by = judgeOf()

    expect(swap(proposal, ['b', 'c'], by)).toEqual({
      allowed: true,
      removed: [aGroup('a', 'b'), aGroup('c', 'd')],
      added: [{ members: ['b', 'c'], pinned: true }, aGroup('a', 'd')],
      toReserve: [],
      fromReserve: [],
      cost: by.score('a', 'b') + by.score('c', 'd') - by.score('b', 'c') - by.score('a', 'd'),
    })
  })

  test('with someone in reserve sends the partner left behind there', () => {
    const done = swap(proposal, ['e', 'b'], judgeOf())

    expect(done).toMatchObject({
      toReserve: ['a'],
      fromReserve: ['e'],
      added: [{ members: ['e', 'b'], pinned: true }],
    })
  })

  test('is refused when either new pair must not be', () => {
    expect(swap(proposal, ['a', 'e'], judgeOf())).toEqual({
      allowed: false,
      reason: 'same-country',
      between: ['a', 'e'],
    })
    expect(swap(proposal, ['b', 'c'], judgeOf(fivePeople, [['d', 'a']]))).toEqual({
      allowed: false,
      reason: 'banned',
      between: ['a', 'd'],
    })
  })

  test.each<[string, Proposal, Two, string]>([
    ['two who are partners already', proposal, ['a', 'b'], 'partners-already'],
    [
      'a pinned pair',
      { ...proposal, groups: [{ members: ['a', 'b'], pinned: true }, aGroup('c', 'd')] },
      ['a', 'c'],
      'pinned',
    ],
    ['someone in a trio', { groups: [aGroup('a', 'b', 'd')], reserve: ['c', 'e'] }, ['a', 'c'], 'in-a-trio'],
  ])('leaves %s alone', (_, before, two, reason) => {
    expect(swap(before, two, judgeOf())).toMatchObject({ allowed: false, reason })
  })

  test('keeps everyone exactly once and breaks no rule', () => {
    const by = judgeOf()
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 2, maxLength: 2 }),
        ([one, other]) => {
          const done = swap(proposal, [one ?? '', other ?? ''], by)
          if (!done.allowed) return
          const after = {
            groups: [...proposal.groups.filter((group) => !done.removed.includes(group)), ...done.added],
            reserve: [...proposal.reserve.filter((id) => !done.fromReserve.includes(id)), ...done.toReserve],
          }

          expect(violations(after, fivePeople, by)).toEqual([])
        },
      ),
    )
  })
})
