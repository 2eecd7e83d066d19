import { expect, test } from 'vitest'
import { formats } from './formats.ts'

test('a language and a country have their names, and what is no code stays as it was written', () => {
  const { language, country } = formats('en', 'UTC')

  expect([language('pt'), country('BR')]).toEqual(['Portuguese', 'Brazil'])
  expect([language('a little Frisian'), country('Atlantis!')]).toEqual(['a little Frisian', 'Atlantis!'])
})

test.each([
  ['en', 'Australia/Sydney', '2016-02-29', 'Australian Eastern Time'],
  ['es', 'Australia/Sydney', '2016-02-29', 'hora de Australia oriental'],
  ['ar', 'Australia/Sydney', '2016-02-29', 'توقيت شرق أستراليا'],
  ['en', 'Europe/Lisbon', '2016-02-29', 'Western European Time'],
  ['en', 'America/Sao_Paulo', '2016-02-29', 'Brasilia Time'],
  ['en', 'America/Sao_Paulo', '2026-02-28', 'Brasilia Standard Time'],
  ['en', 'UTC', '2016-02-29', 'UTC'],
])('in %s, %s on %s is named as it was then', (locale, zone, day, name) => {
  expect(formats(locale, 'UTC').zone(zone, day)).toBe(name)
})
