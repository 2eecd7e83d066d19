import { expect, test } from 'vitest'
import { namesBeside } from './telling.ts'

test('two people are called by their given names, and in full where both have the same', () => {
  const ana = { givenName: 'Ana', name: 'Ana Luz' }

  expect(namesBeside(ana, { givenName: 'Bo', name: 'Bo Ek' })).toEqual({ own: 'Ana', partner: 'Bo' })
  expect(namesBeside(ana, { givenName: 'Ana', name: 'Ana Sol' })).toEqual({
    own: 'Ana Luz',
    partner: 'Ana Sol',
  })
})
