import { expect, test } from 'vitest'
import { isolateSigns } from './bidi.ts'
import { formats } from './formats.ts'

test('a language and a country have their names, and what is no code stays as it was written', () => {
  const { language, country } = formats('en', 'UTC')

  expect([language('pt'), country('BR')]).toEqual(['Portuguese', 'Brazil'])
  expect([language('a little Frisian'), country('Atlantis!')]).toEqual(['a little Frisian', 'Atlantis!'])
})

test.each([
  ['en', 'Monday, 29 February 2016'],
  ['es', 'lunes 29 de febrero de 2016'],
  ['fr', 'lundi 29 février 2016'],
  ['pt', '29 de fevereiro de 2016 (segunda-feira)'],
  ['ar', 'الاثنين، 29 فبراير 2016'],
  ['zh', '2016年2月29日星期一'],
])('in %s, a day with its weekday is written as in a sentence', (locale, day) => {
  expect(formats(locale, 'UTC').day('2016-02-29')).toBe(day)
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

test('a percentage has a space where its language has one', () => {
  const said = ['en', 'fr', 'pt', 'zh'].map((locale) => formats(locale, 'UTC').percent(0.2))

  expect(said).toEqual(['20\u00a0%', '20\u00a0%', '20%', '20%'])
})

test('in Arabic a sign stays at its number and leaves what follows where it belongs', () => {
  const { number, percent } = formats('ar', 'UTC')

  expect([percent(0.2), number(-5), number(1055)]).toEqual(['\u206620%\u2069', '\u2066-5\u2069', '1,055'])
  expect(isolateSigns('الحد \u200e-5 من 20\u200e%\u200e: 211، الساعة 23:59')).toBe(
    'الحد \u2066-5\u2069 من \u206620%\u2069: 211، الساعة 23:59',
  )
})

test('names of another script keep their order in a sentence that runs the other way', () => {
  expect(formats('ar', 'UTC').names(['Chi Eze', 'ليلى حداد'])).toBe('\u2068Chi Eze\u2069 وليلى حداد')
  expect(formats('en', 'UTC').names(['Chi Eze', 'Dev Rao'])).toBe('Chi Eze and Dev Rao')
})

test('the first of a month is an ordinal where a language says it so', () => {
  const [fr, pt] = [formats('fr', 'UTC'), formats('pt', 'UTC')]
  const at = new Date('2016-09-01T10:00:00Z')

  expect([
    fr.shortDay('2016-09-01'),
    fr.day('2016-09-01'),
    fr.instant(at),
    fr.shortDay('2016-09-11'),
  ]).toEqual([
    '1er septembre 2016',
    'jeudi 1er septembre 2016',
    '1er septembre 2016 à 10:00 UTC',
    '11 septembre 2016',
  ])
  expect([
    pt.shortDay('2016-09-01'),
    pt.day('2016-09-01'),
    pt.instant(at),
    pt.shortDay('2016-09-11'),
  ]).toEqual([
    '1º de setembro de 2016',
    '1º de setembro de 2016 (quinta-feira)',
    '1º de setembro de 2016 às 10:00 UTC',
    '11 de setembro de 2016',
  ])
})

test('in Chinese a list is parted by its own comma, and a zone stands behind the hour', () => {
  const { list, instant } = formats('zh', 'Australia/Sydney')

  expect(list(['甲', '乙', '丙'])).toBe('甲、乙、丙')
  expect(instant(new Date('2016-08-07T13:59:00Z'))).toBe('2016年8月7日 23:59（GMT+10）')
})
