import { expect, test } from 'vitest'
import { initialsOf, isPartOf, partsOf } from './person-name.ts'

const told = (name: string, familyName = '') => partsOf({ name, familyName, account: null })

test('only what is certain is told from a name', () => {
  expect(told('Ada Molina')).toEqual({ given: 'Ada', family: 'Molina' })
  expect(told('Vincent van Gogh')).toEqual({ given: 'Vincent', family: 'van Gogh' })
  expect(told('María José de la Cruz')).toEqual({ given: 'María José', family: 'de la Cruz' })
  expect(told('Björk')).toEqual({ given: '', family: 'Björk' })
  const unknown = [
    'Gabriel García Márquez',
    'ليلى حداد',
    '王 小明',
    'Ada and friends',
    'The team',
    'Editorial team of 2016A',
  ]
  expect(unknown.map((name) => told(name))).toEqual(unknown.map(() => null))
})

test('what an editor says comes first, at either end of the name', () => {
  expect(told('Gabriel García Márquez', 'García Márquez')).toEqual({
    given: 'Gabriel',
    family: 'García Márquez',
  })
  expect(told('Nagy Anna', 'Nagy')).toEqual({ given: 'Anna', family: 'Nagy' })
  expect(partsOf({ name: 'Ada Molina', familyName: '', account: { given: 'A', family: 'B' } })).toEqual({
    given: 'A',
    family: 'B',
  })
  expect([isPartOf('Nagy Anna', 'Nag'), isPartOf('Nagy Anna', 'Anna')]).toEqual([false, true])
})

test('given names become initials where their script has them', () => {
  expect(['Jean-Paul', 'Mary Ann', 'J. R.', 'J.R.', 'Éva', 'Ольга', 'ليلى'].map(initialsOf)).toEqual([
    ...['J.-P.', 'M. A.', 'J. R.', 'J. R.', 'É.', 'О.', 'ليلى'],
  ])
})
