import { expect, test } from 'vitest'
import type { Sentence } from '../scenarios/index.ts'
import { dayOfHours, toldTo } from './introduction.ts'

const ada = { name: 'Ada Okafor', givenName: 'Ada', email: 'ada@library.example', sharesEmail: true }
const sol = { name: 'Sol Kim', givenName: 'Sol', email: 'sol@library.example', sharesEmail: true }
const secretive = { ...sol, sharesEmail: false }

test.each([
  ['both give their addresses', ada, sol, 'both-write', sol.email],
  ['the partner alone gives theirs', { ...ada, sharesEmail: false }, sol, 'you-write-first', sol.email],
  ['the partner keeps theirs', ada, secretive, 'they-write-first', null],
  ['both keep theirs', { ...ada, sharesEmail: false }, secretive, 'pass-on', null],
])('an address is given only by whoever agreed: %s', (_name, own, partner, contact, email) => {
  const told = toldTo(own, partner, [])

  expect([told.contact, told.email]).toEqual([contact, email])
})

test('nobody is told which of the wishes of their partner are not met', () => {
  const own: Sentence = { say: 'unmet', whose: 'own', what: 'sector', wish: 'like' }
  const partner: Sentence = { say: 'unmet', whose: 'partner', what: 'stage', wish: 'later' }
  const nobodys: Sentence = { say: 'impossible', whose: 'partner', what: 'stage', wish: 'earlier' }

  const told = toldTo(ada, sol, [own, partner, nobodys])

  expect([told.why, told.unmet]).toEqual([[], [own]])
})

test('the strongest reason comes first, and how to talk comes after why', () => {
  const stage: Sentence = { say: 'stage-alike', asked: 'nobody', stage: 'early' }
  const sector: Sentence = { say: 'sector-different', asked: 'own', own: 'public', partner: 'school' }
  const interests: Sentence = { say: 'interests-shared', asked: 'both', interests: ['copyright-licensing'] }
  const languages: Sentence = { say: 'languages', languages: ['en'] }

  const { why } = toldTo(ada, sol, [languages, stage, sector, interests])

  expect(why).toEqual([interests, sector, stage, languages])
})

test('two of one given name are called by their whole names', () => {
  expect(toldTo(ada, sol, []).names).toEqual({ own: 'Ada', partner: 'Sol' })
  expect(toldTo(ada, { ...sol, name: 'Ada Kim', givenName: 'Ada' }, []).names).toEqual({
    own: 'Ada Okafor',
    partner: 'Ada Kim',
  })
})

test('hours are those of today, or of the first day while the round is to come', () => {
  const round = { startsOn: '2016-02-29' }

  expect([dayOfHours(round, '2016-02-21'), dayOfHours(round, '2016-04-01')]).toEqual([
    '2016-02-29',
    '2016-04-01',
  ])
})
