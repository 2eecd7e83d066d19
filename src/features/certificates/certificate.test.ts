import { expect, test } from 'vitest'
import {
  codeFrom,
  codeTyped,
  conditionsOf,
  isEarned,
  isMet,
  lacksSurveyAlone,
  standingOf,
} from './certificate.ts'

test('a certificate is earned by whoever has done all that is asked', () => {
  const rule = { checkIns: 2, endSurvey: false }
  const earned = (isIn: boolean, checkIns: number, isLast: boolean) =>
    isEarned(conditionsOf(rule, { isIn, checkIns, hasAnswered: false }, isLast))

  expect([earned(true, 2, true), earned(true, 5, true)]).toEqual([true, true])
  expect([earned(true, 1, true), earned(true, 2, false), earned(false, 2, true)]).toEqual([
    false,
    false,
    false,
  ])
  const withSurvey = { checkIns: 0, endSurvey: true }
  const one = { isIn: true, checkIns: 0, hasAnswered: false }
  expect(conditionsOf(withSurvey, one, true).map(isMet)).toEqual([true, false])
  expect(isEarned(conditionsOf(withSurvey, { ...one, hasAnswered: true }, true))).toBe(true)
  expect([true, false].map((isLast) => lacksSurveyAlone(conditionsOf(withSurvey, one, isLast)))).toEqual([
    true,
    false,
  ])
})

test('a code is read however it is grouped, and nothing else is', () => {
  const code = codeFrom(Buffer.from('0123456789abcdefghijklmnopqrstuv'))

  expect(codeTyped(`${code.slice(0, 4)} ${code.slice(4, 8)}–${code.slice(8).toLowerCase()}`)).toBe(code)
  expect(['', 'ABC', `${code}2`, code.replace(/.$/, 'A'), '../../../etc'].map(codeTyped)).toEqual(
    Array(5).fill(null),
  )
  expect(() => codeFrom([255, 255])).toThrow(RangeError)
})

test('what became of a certificate is told by the strongest of its marks', () => {
  const at = new Date('2016-06-20T12:00:00Z')
  const marks = { nameWritten: 'Ana', issuedAt: at, withdrawnAt: null, isReplaced: false }

  expect(standingOf(marks)).toBe('valid')
  expect(standingOf({ ...marks, issuedAt: null })).toBe('being-made')
  expect(standingOf({ ...marks, nameWritten: '' })).toBe('erased')
  expect(standingOf({ ...marks, withdrawnAt: at })).toBe('withdrawn')
  expect(standingOf({ ...marks, withdrawnAt: at, isReplaced: true })).toBe('replaced')
})
