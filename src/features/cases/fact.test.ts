import { describe, expect, test } from 'vitest'
import type { MemberStanding } from '../checkins/index.ts'
import { dueAfter, kinds, ladders, nextStep, rungAfter } from './case.ts'
import { endOf, type Fate, factsOf, isHeard } from './fact.ts'
import { ladderFrom, usualLadder } from './ladder.ts'

const since = new Date('2016-03-04T09:00:00Z')
const began = new Date('2016-02-29T00:00:00Z')

const member = (id: string, wish: Partial<MemberStanding>): MemberStanding => ({
  ...{ pairingId: 'pair', applicationId: id, personId: `person ${id}`, name: id, country: 'BR', zone: 'UTC' },
  ...{ standing: 'asked', since, words: '', askedId: `asked ${id}`, answerId: null },
  ...{ said: null, saidAt: null, unheardSince: began, day: 7 },
  isContent: wish.standing === 'in-touch' || ((wish.standing ?? 'asked') === 'asked' && wish.said === 'yes'),
  missed: wish.standing === 'silent' ? { id: `asked ${id}`, at: since, count: 1 } : null,
  ...wish,
})
const told = (...members: MemberStanding[]) =>
  factsOf({ id: 'pair', members, contradicts: false }, 'round').map(({ kind, key, applicationId }) => [
    kind,
    key,
    applicationId,
  ])

describe('what answers and silence say', () => {
  test('who does not answer is a fact, and so is each of two', () => {
    expect(told(member('a', { standing: 'silent' }), member('b', {}))).toEqual([
      ['silence', 'unanswered:asked a', 'a'],
    ])
    expect(told(member('a', { standing: 'silent' }), member('b', { standing: 'silent' }))).toHaveLength(2)
  })

  test('not to have heard anything is usual in the first week, and a fact from then on', () => {
    const heard = { standing: 'not-yet', said: 'not-yet', answerId: '7' } as const

    expect(told(member('a', { ...heard, day: 6 }), member('b', {}))).toEqual([])
    expect(told(member('a', { ...heard, day: 7 }), member('b', {}))).toEqual([['silence', 'unheard:7', 'a']])
  })

  test('silence is told from the question, and “not yet” from when they last were in touch', () => {
    const quiet = [member('a', { standing: 'silent' }), member('b', { standing: 'not-yet', answerId: '7' })]

    const facts = factsOf({ id: 'pair', members: quiet, contradicts: false }, 'round')

    expect(facts.map((one) => one.since)).toEqual([since, began])
  })

  test('beside somebody who is in touch, silence is nothing, and “not yet” another matter', () => {
    const content = member('b', { standing: 'in-touch', said: 'yes', answerId: '3' })
    const silent = (said: 'yes' | 'not-yet' | null) => member('a', { standing: 'silent', said })
    const contradiction = (said: string) => [['contradiction', `contradiction:3:${said}`, 'a']]

    expect(told(silent(null), content)).toEqual([])
    expect(told(silent('yes'), content)).toEqual([])
    expect(told(silent('not-yet'), content)).toEqual(contradiction('asked a'))
    expect(told(member('a', { standing: 'not-yet', said: 'not-yet', answerId: '9' }), content)).toEqual(
      contradiction('9'),
    )
    expect(told(member('a', { standing: 'in-touch', answerId: '4' }), content)).toEqual([])
  })

  test('a call for help is one, unless it says nothing and the other says nothing either', () => {
    const calls = (words: string, other: Partial<MemberStanding>) =>
      told(member('a', { standing: 'help', answerId: '5', words }), member('b', other)).filter(
        ([, key]) => key === 'help:5',
      )
    // The case is about whoever says nothing.
    const [help, silence] = [[['help', 'help:5', 'a']], [['silence', 'help:5', 'b']]]

    expect([calls('', { standing: 'away' }), calls('', { standing: 'not-yet', said: 'not-yet' })]).toEqual([
      ...[help, help],
    ])
    expect([calls('', { standing: 'in-touch', said: 'yes' }), calls('', { said: 'yes' })]).toEqual([
      ...[help, help],
    ])
    expect([calls('', { standing: 'silent' }), calls('', {})]).toEqual([silence, silence])
    expect(calls('He was rude.', { standing: 'silent' })).toEqual(help)
  })

  test('beside somebody who was in touch and has just been asked anew, silence is nothing still', () => {
    const asked = member('b', { said: 'yes', answerId: '3' })

    expect(told(member('a', { standing: 'silent' }), asked)).toEqual([])
    expect(told(member('a', { standing: 'silent' }), member('b', { said: 'not-yet' }))).toEqual([
      ['silence', 'unanswered:asked a', 'a'],
    ])
  })

  test('a pair is heard from again once one says so, and the other did not say otherwise', () => {
    const yes = member('a', { standing: 'in-touch', said: 'yes' })
    const silent = (said: 'yes' | 'not-yet' | null) => member('b', { standing: 'silent', said })
    const heard = (...members: MemberStanding[]) => isHeard({ id: 'pair', members, contradicts: false })

    expect([heard(yes, yes), heard(yes, silent(null)), heard(yes, silent('yes'))]).toEqual([true, true, true])
    expect([heard(yes, silent('not-yet')), heard(silent('yes'), silent(null)), heard()]).toEqual([
      ...[false, false, false],
    ])
  })
})

describe('how a case ends by itself', () => {
  const fate = (applicationId: string, wish: Partial<Fate> = {}): Fate => ({
    ...{ applicationId, personId: applicationId, endedAt: since, isIn: true, now: null },
    ...wish,
  })
  const living = (id: string) => fate(id, { endedAt: null, now: { pairingId: 'pair', size: 2, since } })
  const anew = (id: string, size: number) => fate(id, { now: { pairingId: 'other', size, since } })
  const end = (kind: 'silence' | 'parted' | 'conduct', ...fates: Fate[]) =>
    endOf({ kind, pairingId: 'pair', applicationId: 'a' }, fates)

  test.each([
    ['while they are partners, it goes on', 'silence', [living('a'), living('b')], null],
    ['whoever waits was put back', 'parted', [living('a'), living('b')], 'in-touch'],
    ['somebody waits', 'silence', [fate('a', { isIn: false }), fate('b')], null],
    ['whoever stayed has a partner', 'silence', [fate('a', { isIn: false }), anew('b', 2)], 'rematched'],
    ['whoever stayed is one of three', 'parted', [anew('a', 2), anew('b', 3)], 'trio'],
    ['one of two still waits', 'parted', [anew('a', 2), fate('b')], null],
    ['all have left', 'silence', [fate('a', { isIn: false }), fate('b', { isIn: false })], 'left'],
    [
      'of three the silent one has left',
      'silence',
      [fate('a', { isIn: false }), living('b'), living('c')],
      'left',
    ],
    ['of three another has left', 'silence', [living('a'), living('b'), fate('c', { isIn: false })], null],
    ['a report is closed by people alone', 'conduct', [anew('a', 2), anew('b', 2)], null],
  ] as const)('%s', (_what, kind, fates, outcome) => {
    expect(end(kind, ...fates)).toBe(outcome)
  })
})

describe('the ladder', () => {
  test('has days for each step of each kind', () => {
    expect(kinds.map((kind) => usualLadder.days[kind].length)).toEqual(
      kinds.map((kind) => ladders[kind].length),
    )
  })

  test('goes up by what was done, never down, and stays at its end', () => {
    const at = (rung: number) => ({ kind: 'silence' as const, rung })

    const doubted = (rung: number) => ({ kind: 'contradiction' as const, rung })

    expect([rungAfter(doubted(0), 'nudge'), rungAfter(doubted(0), 'hear')]).toEqual([1, 2])
    expect([rungAfter(doubted(2), 'nudge'), rungAfter(doubted(2), 'release')]).toEqual([2, 2])
    expect([rungAfter(at(0), 'nudge'), rungAfter(at(0), 'hear'), rungAfter(at(1), 'answer')]).toEqual([
      1, 0, 1,
    ])
    expect([0, 1, 2].map((rung) => nextStep(at(rung), false))).toEqual(['nudge', 'release', 'release'])
    expect([0, 1, 2, 3].map((rung) => nextStep(doubted(rung), false))).toEqual([
      ...['nudge', 'hear', 'release', 'release'],
    ])
    expect(nextStep(at(0), true)).toBe('rematch')
    expect(nextStep({ kind: 'conduct', rung: 0 }, true)).toBe('read')
  })

  test('says when the next step is due', () => {
    expect(dueAfter(since, [1, 4, 3], 1)).toEqual(new Date('2016-03-08T09:00:00Z'))
    expect(dueAfter(since, [2], 5)).toEqual(new Date('2016-03-06T09:00:00Z'))
  })

  test('is as usual where what was kept does not fit', () => {
    const kept = ladderFrom({ days: { silence: [2, 2], help: [9] }, nudges: 'coordinator' })

    expect(kept.days.silence).toEqual([2, 2])
    expect(kept.days.help).toEqual(usualLadder.days.help)
    expect(kept.nudges).toBe('coordinator')
  })
})
