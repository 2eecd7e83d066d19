import { expect, test } from 'vitest'
import { likelyDoubles } from './doubles.ts'

const authors = (...names: string[]) => names.map((name, at) => ({ id: `${at}`, name, personId: null }))
const pairsOf = (...names: string[]) =>
  likelyDoubles(authors(...names)).map((pair) => pair.map(({ name }) => name))

test('names that differ by accents, capitals, order or an initial may be one person', () => {
  expect(pairsOf('José Núñez', 'Jose Nunez', 'Nunez, Jose M.', 'Josefa Núñez')).toEqual([
    ['José Núñez', 'Jose Nunez'],
    ['José Núñez', 'Nunez, Jose M.'],
  ])
  expect(pairsOf('J. R.', 'J. K.', 'ليلى حداد', 'لَيْلى حداد')).toEqual([['ليلى حداد', 'لَيْلى حداد']])
})

test('two names of one account may be one person, and are named once', () => {
  const [one, other] = [
    { id: '1', name: 'Ada Okafor', personId: 'p' },
    { id: '2', name: 'Ada', personId: 'p' },
  ]

  expect(likelyDoubles([one, other])).toEqual([[one, other]])
  expect(likelyDoubles([one, { ...other, name: 'Okafor Ada' }]).length).toBe(1)
})
