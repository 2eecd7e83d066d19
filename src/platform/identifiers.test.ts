import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doiIn, issnIn, orcidIn } from './identifiers.ts'

test('an ORCID iD is known however it is typed', () => {
  const typed = [
    '0000-0002-1825-0097',
    ' https://orcid.org/0000-0002-1825-0097 ',
    'orcid.org/0000000218250097',
    '0000 0002 1825 0097',
    '0000–0002–1825–0097',
  ]

  expect(new Set(typed.map(orcidIn))).toEqual(new Set(['0000-0002-1825-0097']))
  expect(orcidIn('0000-0002-1694-233x')).toBe('0000-0002-1694-233X')
})

test('an ISSN is known by its last sign', () => {
  expect([issnIn('ISSN 2049-3630'), issnIn('20493630'), issnIn('2434-561x')]).toEqual([
    ...['2049-3630', '2049-3630', '2434-561X'],
  ])
  expect(['', '2049-3631', '2049-36300', 'X049-3630'].map(issnIn)).toEqual([null, null, null, null])
})

test('one wrong digit is never taken', () => {
  const place = fc.nat({ max: 14 })
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 9 }), (at, more) => {
      const signs = [...'0000000218250097']
      signs[at] = String((Number(signs[at]) + more) % 10)

      expect(orcidIn(signs.join(''))).toBe(null)
    }),
  )
  expect(['', '0000-0002-1825-0098', 'https://orcid.org/', 'Ada'].map(orcidIn)).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('a DOI is known with its address and without, in small letters', () => {
  expect(['10.1234/ABC-1', 'https://doi.org/10.1234/abc-1', 'doi: 10.1234/abc-1'].map(doiIn)).toEqual(
    Array(3).fill('10.1234/abc-1'),
  )
  expect(
    ['', '10.12/abc', '10.1234/', '10.1234/a b', '10.1234/<a>', 'https://iln.example/'].map(doiIn),
  ).toEqual(Array(6).fill(null))
})
