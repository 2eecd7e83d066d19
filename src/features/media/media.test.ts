import { describe, expect, test } from 'vitest'
import { LICENCES, licenceOf } from '../../platform/licences.ts'
import { type Credit, heightAt, missingCredit, sourceUrl } from './media.ts'

const credit: Credit = {
  alt: 'A desk with a globe',
  caption: 'My desk in Bergen',
  author: 'Sol Ruiz',
  source: 'https://commons.wikimedia.org/wiki/File:Desk.jpg',
  licence: 'cc-by-sa-4.0',
}

describe('what must be said about a picture', () => {
  test('nothing is missing when all of it is there', () => {
    expect(missingCredit(credit)).toEqual([])
  })

  test('spaces do not count, and an unknown licence is none', () => {
    expect(missingCredit({ ...credit, alt: ' ', licence: 'all-rights-reserved' })).toEqual(['alt', 'licence'])
    expect(missingCredit({ alt: '', caption: '', author: '', source: '', licence: '' })).toEqual([
      'alt',
      'caption',
      'author',
      'source',
      'licence',
    ])
  })
})

test('a licence is printed by its name and leads to its text', () => {
  expect(licenceOf('cc-by-nc-sa-2.0')).toEqual({
    id: 'cc-by-nc-sa-2.0',
    name: 'CC BY-NC-SA 2.0',
    url: 'https://creativecommons.org/licenses/by-nc-sa/2.0/',
  })
  expect(licenceOf('')).toEqual(null)
  expect(new Set(LICENCES.map(({ id }) => id)).size).toEqual(20)
})

test('only the address of a web page becomes a link', () => {
  expect(
    ['https://a.example/x y', 'own work', 'javascript:alert(1)', 'data:text/html,x', ''].map(sourceUrl),
  ).toEqual(['https://a.example/x%20y', null, null, null, null])
})

test('a picture keeps its shape at each width', () => {
  expect([heightAt({ width: 1600, height: 900 }, 480), heightAt({ width: 4000, height: 1 }, 480)]).toEqual([
    270, 1,
  ])
})
