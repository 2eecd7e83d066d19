import { expect, test } from 'vitest'
import { type IssueText, lacksOf, localeFor, moved, verdictOn } from './issue.ts'

const text = (locale: string, welcome = 'Hello.'): IssueText => ({
  ...{ locale, place: 1, subject: 'News', preview: '', welcome },
})

test('readers get an issue in their language, or in the first that it has', () => {
  const texts = [text('es'), text('en')]

  expect([localeFor('en', texts), localeFor('ar', texts)]).toEqual(['en', 'es'])
})

test('an issue must say something in each of its languages', () => {
  expect(lacksOf([], 3)).toEqual(['no-text'])
  expect(lacksOf([text('en'), text('es', '')], 0)).toEqual(['nothing-said'])
  expect(lacksOf([text('en', '')], 1)).toEqual([])
  expect(lacksOf([text('en')], 0)).toEqual([])
})

test('a post moves by one place, and stays where it is at the ends', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
})

const fine = { isConfirmed: true, hasLeft: false, isPaused: false, isUnreachable: false, rhythm: 'month' }

test.each([
  [fine, 'all', 'gets'],
  [{ ...fine, rhythm: 'each' }, 'all', 'gets'],
  [{ ...fine, rhythm: 'each' }, 'digests', 'each'],
  [{ ...fine, isPaused: true }, 'all', 'paused'],
  [{ ...fine, isUnreachable: true, isPaused: true }, 'all', 'unreachable'],
  [{ ...fine, isConfirmed: false }, 'all', 'unconfirmed'],
  [{ ...fine, isConfirmed: false, hasLeft: true }, 'all', 'left'],
] as const)('who is %j gets an issue for %s: %s', (one, audience, verdict) => {
  expect(verdictOn(one, audience)).toBe(verdict)
})
