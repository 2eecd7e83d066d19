import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats } from '../../platform/formats.ts'
import { locales } from '../../platform/words.ts'
import { countryCodes, countryNamed, countryOf } from './countries.ts'
import { doubtfulNames, otherNames } from './country-names.ts'
import { realApplications, realTable } from './real-file.ts'
import { countryOfZone } from './zones.ts'

const code = (written: string, hint: string | null = null) => countryOf(written, hint).code

test('of the real file every country is understood, and none wrongly', async () => {
  const applications = await realApplications()
  const spellings = new Set((await realTable('applications')).rows.map(({ cells }) => cells[4]))

  const unknown = applications.filter(({ country }) => country === null)
  const wrong = applications.filter(
    ({ country, zone }) => country !== null && country !== countryOfZone(zone ?? ''),
  )

  expect(unknown.map(({ countryWritten }) => countryWritten)).toEqual([
    'Thandiwe',
    'Sunita',
    'Alison',
    'Sarah',
    'Matthias',
  ])
  expect(wrong).toEqual([])
  expect([spellings.size, new Set(applications.flatMap(({ country }) => country ?? [])).size]).toEqual([
    127, 84,
  ])
})

test('no name of a person in the real file is a country', async () => {
  const names = new Set(
    (await realApplications()).flatMap(({ givenName, familyName }) => [givenName, familyName]),
  )

  const taken = [...names].filter((name) => code(name) !== null)

  expect(taken).toEqual(['South Africa', 'india', 'United Kingdom', 'Australia', 'Sweden'])
})

describe('a country as people write it', () => {
  test.each([
    ['Éire', 'IE'],
    ['Deutschland', 'DE'],
    ['Polska', 'PL'],
    ['Magyarország', 'HU'],
    ['日本', 'JP'],
    ['台灣', 'TW'],
    ['مصر', 'EG'],
    ['RSA', 'ZA'],
    ['u.s.a.', 'US'],
    ['The Netherlands', 'NL'],
    ['NSW, Australia', 'AU'],
    ['Canada (Québec)', 'CA'],
    ['Leeds - UK', 'GB'],
    ['Taiwan (R.O.C.)', 'TW'],
    ['Bosnia & Herzegovina', 'BA'],
    ['Cote d’Ivoire', 'CI'],
    ['Republic of Moldova', 'MD'],
    ['Niger', 'NE'],
    ['Nigeria', 'NG'],
    ['Swaziland', 'SZ'],
    ['NZ', 'NZ'],
    ['EE.UU.', 'US'],
    ['Ind\u200bia', 'IN'],
    ['🇫🇷', 'FR'],
    ['🇬🇪 Georgia', 'GE'],
  ])('%s is %s', (written, wanted) => {
    expect(code(written)).toBe(wanted)
  })

  test.each([
    '',
    'n/a',
    'Ali',
    'Tom',
    'Congo',
    'Ireland, UK',
    'Melbourne',
    'Earth',
    'Nigera',
    'Peru, living in Spain',
    'Spain (from Peru)',
    'Cuba, NY',
    'USSR',
    'Yugoslavia',
    '🇮🇳🇩🇪',
    'b Chad',
    '12',
  ])('%s is not guessed', (written) => {
    expect(code(written)).toBeNull()
  })

  test('a slip of the hand is only suggested', () => {
    expect(countryOf('United Kingdon')).toEqual({ code: null, suggestion: 'GB' })
    expect(countryOf('Austrlia')).toEqual({ code: null, suggestion: null })
    expect(countryOf('Austrlia', 'AU')).toEqual({ code: null, suggestion: 'AU' })
  })

  test('a name of several places goes by what else is known, and else by nothing', () => {
    expect(['CG', 'CD', 'FR', null].map((hint) => code('Congo', hint))).toEqual(['CG', 'CD', null, null])
    expect(['GE', 'FR', null].map((hint) => code('Georgia', hint))).toEqual(['GE', null, null])
    expect(['GD', null].map((hint) => code('Granada', hint))).toEqual(['GD', null])
    expect(['UA', 'DE', null].map((hint) => code('USSR', hint))).toEqual(['UA', null, null])
  })
})

describe('a country against the place that the time zone names', () => {
  test.each([
    ['IL', 'US'],
    ['GA', 'US'],
    ['CA', 'US'],
    ['DE', 'US'],
    ['SA', 'AU'],
    ['NL', 'CA'],
    ['PER', 'AU'],
    ['UK', 'AU'],
    ['US', 'IN'],
    ['NZ', 'GB'],
    ['Granada', 'ES'],
    ['Granada', 'NI'],
    ['Georgia', 'US'],
    ['Atlanta, Georgia', 'US'],
    ['Alba', 'ES'],
    ['Tunis', 'US'],
    ['Guadalupe', 'MX'],
    ['مصر', 'FR'],
    ['Island', 'US'],
    ['Ontario', 'US'],
    ['Springfield, IL', 'US'],
    ['Lebanon, NH', 'US'],
    ['Leeds - UK', 'IN'],
  ])('%s is a question when the zone is in %s', (written, zoneCountry) => {
    expect(countryOf(written, zoneCountry)).toEqual({ code: null, suggestion: null })
  })

  test.each([
    ['IL', 'IL'],
    ['GA', 'GA'],
    ['UK', 'GB'],
    ['Bharat', 'IN'],
    ['Alemania', 'DE'],
    ['Nihon', 'JP'],
    ['Kongo', 'CG'],
    ['Nigera', 'NE'],
    ['Haifa, IL', 'IL'],
    ['Atlanta, Georgia, USA', 'US'],
    ['Granada, España', 'ES'],
    ['Polska', 'PL'],
  ])('%s is certain when the zone is in %s', (written, zoneCountry) => {
    expect(code(written, zoneCountry)).toBe(zoneCountry)
  })

  test('the English name stands, wherever someone is', () => {
    expect(['Kenya', 'The Netherlands', 'Republic of Moldova'].map((name) => code(name, 'US'))).toEqual([
      'KE',
      'NL',
      'MD',
    ])
  })

  test('a code of a country that is one of a state too is certain only by the zone', () => {
    expect(['IL', 'GA', 'Springfield, IL', 'Perth, SA'].map((written) => code(written))).toEqual(
      Array(4).fill(null),
    )
    expect(['NZ', 'ES', 'Leeds - UK', 'Alemania'].map((written) => code(written))).toEqual([
      'NZ',
      'ES',
      'GB',
      'DE',
    ])
  })

  test('of every country each code and each name in our languages is certain with its zone, and no code against it', () => {
    const away = (each: string) => (each === 'FI' ? 'SE' : 'FI')
    const locales = ['en', 'es', 'fr', 'pt', 'ar', 'de', 'hi', 'zh']
    const naming = locales.map(
      (locale) => new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }),
    )
    for (const each of countryCodes) {
      const names = naming.flatMap((one) => one.of(each) ?? [])

      expect([each, ...[each, ...names].map((name) => code(name, each))]).toEqual([
        each,
        ...[each, ...names].map(() => each),
      ])
      expect([each, code(each, away(each))]).toEqual([each, null])
    }
  })
})

test('every country is known by its names in our languages and its own spelling of them', () => {
  for (const locale of ['en', 'es', 'fr', 'pt', 'ar', 'zh']) {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
    const wrong = countryCodes.filter((each) => {
      const name = names.of(each)
      const read = name === undefined ? null : code(name)
      return read !== null && read !== each
    })

    expect([locale, wrong]).toEqual([locale, []])
  }
})

test('our own list of names holds no code that does not exist', () => {
  const listed = [...Object.keys(otherNames), ...Object.values(doubtfulNames).flat()]

  expect(listed.filter((each) => !countryCodes.includes(each))).toEqual([])
})

test('each country is known by the name that our pages give it, and by its code', () => {
  const named = (nameOf: (code: string) => string) => countryCodes.map((each) => countryNamed(nameOf(each)))

  for (const locale of locales) expect(named(formats(locale, 'UTC').country)).toEqual(countryCodes)
  expect(named((each) => each.toLowerCase())).toEqual(countryCodes)
  expect(['Deutschland', 'Atlantis', ''].map(countryNamed)).toEqual(['DE', null, null])
})

test('any text has an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => [null, ...countryCodes].includes(code(text))),
  )
})
