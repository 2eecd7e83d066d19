import { expect, test } from 'vitest'
import { formats } from './formats.ts'

test('a language and a country have their names, and what is no code stays as it was written', () => {
  const { language, country } = formats('en', 'UTC')

  expect([language('pt'), country('BR')]).toEqual(['Portuguese', 'Brazil'])
  expect([language('a little Frisian'), country('Atlantis!')]).toEqual(['a little Frisian', 'Atlantis!'])
})
