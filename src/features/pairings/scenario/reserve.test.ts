import { describe, expect, test } from 'vitest'
import { anApplicant } from '../score/applicant.builder.ts'
import { scoring } from '../score/score.ts'
import { trioOffers, whyInReserve } from './reserve.ts'
import { type Group, judge, type Two } from './scenario.ts'
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

describe('the odd one out', () => {
  test('is told when the number is odd', () => {
    const why = whyInReserve(
      'e',
      { applicants: people, proof: { rivals: 5, partners: 0, isOnlyOne: true } },
      judged(),
    )

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
        { applicants: people, proof: { rivals: 5, partners: 0, isOnlyOne: true } },
        judged(people, bans),
      ),
    ).toEqual({ kind: 'nobody-allowed', obstacles: { 'same-country': 1, banned: 3 } })
  })

  test('is told when all possible partners are needed by others', () => {
    expect(
      whyInReserve(
        'e',
        { applicants: people, proof: { rivals: 3, partners: 1, isOnlyOne: false } },
        judged(),
      ),
    ).toEqual({
      kind: 'too-few-partners',
      possible: 3,
      rivals: 3,
      partners: 1,
    })
  })

  test('is told when the possible partners are pinned to others', () => {
    const proof = { rivals: 1, partners: 3, isOnlyOne: false }

    expect(whyInReserve('e', { applicants: people, proof }, judged())).toEqual({
      kind: 'partners-pinned',
      possible: 3,
    })
  })

  test('is offered the pairs that would serve all three best, and none from their country', () => {
    const offers = trioOffers('e', [pair('a', 'b'), pair('c', 'd')], judged())

    expect(offers.map((offer) => [...offer.members].sort())).toEqual([['c', 'd', 'e']])
  })
})
