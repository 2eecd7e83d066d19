import { describe, expect, test } from 'vitest'
import { trioOffers, whyInReserve } from './reserve.ts'
import { aGroup, fivePeople, inputsWith, judgeOf } from './scenario.builder.ts'
import { judged, type Two } from './scenario.ts'

describe('the odd one out', () => {
  test('is told when the number is odd', () => {
    const why = whyInReserve('e', { rivals: 5, partners: 0, isOnlyOne: true }, judged(inputsWith(fivePeople)))

    expect(why).toEqual({ kind: 'odd-number', possible: 3 })
  })

  test('is told what stands between them and everyone else', () => {
    const bans: Two[] = [
      ['e', 'b'],
      ['e', 'c'],
      ['e', 'd'],
    ]

    expect(
      whyInReserve(
        'e',
        { rivals: 5, partners: 0, isOnlyOne: true },
        judged(inputsWith(fivePeople, { bans })),
      ),
    ).toEqual({ kind: 'nobody-allowed', obstacles: { 'same-country': 1, banned: 3 } })
  })

  test('is told when all possible partners are needed by others', () => {
    expect(
      whyInReserve('e', { rivals: 3, partners: 1, isOnlyOne: false }, judged(inputsWith(fivePeople))),
    ).toEqual({
      kind: 'too-few-partners',
      possible: 3,
      rivals: 3,
      partners: 1,
    })
  })

  test('is told when the possible partners are pinned to others', () => {
    const proof = { rivals: 1, partners: 3, isOnlyOne: false }

    expect(whyInReserve('e', proof, judged(inputsWith(fivePeople)))).toEqual({
      kind: 'partners-pinned',
      possible: 3,
    })
  })

  test('is offered the pairs that would serve all three best, and none from their country', () => {
    const offers = trioOffers('e', [aGroup('a', 'b'), aGroup('c', 'd')], judgeOf())

    expect(offers.map((offer) => [...offer.members].sort())).toEqual([['c', 'd', 'e']])
  })
})
