import { describe, expect, test } from 'vitest'
import { locales } from '../../platform/words.ts'
import { interests, sectors, stages, wishes } from './application.ts'
import { interestsOf, stageOf, wishOf } from './choices.ts'
import { languagesOf } from './languages.ts'
import { realApplications } from './real-file.ts'
import { readRow, rowIdentity } from './rows.ts'
import { sectorGroups, sectorOf, suggestedSector } from './sectors.ts'
import { words } from './words.ts'
import { countryOfZone, defaultZone, zoneOf, zonesOfCountry } from './zones.ts'

test('each answer of the real file is understood', async () => {
  const applications = await realApplications()
  const count = (of: (one: (typeof applications)[number]) => boolean) => applications.filter(of).length

  expect(new Set(applications.flatMap((one) => one.interests))).toEqual(new Set(interests))
  expect([...new Set(applications.flatMap((one) => one.languages))].sort()).toEqual([
    'ar',
    'de',
    'en',
    'es',
    'fr',
    'hi',
    'ms',
    'pt',
    'ru',
    'zh',
  ])
  expect({
    withoutZone: count(({ zone }) => zone === null),
    withoutStage: count(({ stage }) => stage === null),
    withoutSector: count(({ sector }) => sector === null),
    withoutConsent: count(({ acceptsCode }) => !acceptsCode),
    sharingAddress: count(({ sharesEmail }) => sharesEmail === true),
    before: count(({ formerRounds }) => formerRounds.length > 0),
    wishingLater: count(({ wishStage }) => wishStage === 'later'),
    wishingSector: count(({ wishSector }) => wishSector !== 'any'),
  }).toEqual({
    withoutZone: 0,
    withoutStage: 0,
    withoutSector: 65,
    withoutConsent: 2,
    sharingAddress: 831,
    before: 310,
    wishingLater: 212,
    wishingSector: 530,
  })
})

test('free answers about the sector are grouped, with what they most likely mean', async () => {
  const written = (await realApplications())
    .filter(({ sector }) => sector === null)
    .map(({ sectorWritten }) => sectorWritten)

  const groups = sectorGroups(written)

  expect(
    groups.map(({ key, count, suggestion }) => [key, count, suggestion?.sector, suggestion?.obvious]),
  ).toEqual([
    ['prison library', 8, 'special', false],
    ['consortium', 7, 'other', true],
    ['academic', 6, 'academic', true],
    ['library vendor', 6, 'other', true],
    ['ngo', 6, 'other', true],
    ['parliamentary library', 6, 'national', false],
    ['retired', 6, 'other', true],
    ['uni library', 6, 'academic', true],
    ['seminary', 5, 'academic', false],
    ['freelance', 3, 'other', true],
    ['hospital library', 3, 'special', true],
    ['public', 3, 'public', true],
  ])
})

test('spellings of one free answer are one group', () => {
  const groups = sectorGroups([
    'Other: NGOs',
    'other - ngos',
    'Prison libary',
    'prison library',
    'Prison Library',
  ])

  expect(groups.map(({ key, spellings, count }) => [key, spellings, count])).toEqual([
    ['prison libary', ['Prison Library', 'Prison libary', 'prison library'], 3],
    ['ngos', ['Other: NGOs', 'other - ngos'], 2],
  ])
})

test('a sector of the form is understood; a free one waits for a person', () => {
  expect([sectorOf('School library'), sectorOf('prison library'), suggestedSector('')]).toEqual([
    'school',
    null,
    null,
  ])
})

test('areas of interest that hold commas are told apart from lists', () => {
  const read = interestsOf(
    'Teaching, training and information literacy, Copyright, licensing and policy, Knitting, marketing, Marketing and social media',
  )

  expect(read).toEqual(['information-literacy', 'copyright-licensing', 'Knitting', 'marketing'])
  expect(interestsOf('阅读与文学，编织、marketing')).toEqual(['reading-literature', '编织', 'marketing'])
})

test.each([
  ['English, French', ['en', 'fr']],
  ['Mandarin; Español y Português', ['zh', 'es', 'pt']],
  ['Deutsch (fluent), a little Arabic', ['de', 'ar']],
  ['العربية', ['ar']],
  ['中文、English，Français', ['zh', 'en', 'fr']],
  ['Klingon, English', ['Klingon', 'en']],
  ['English: none; French: native', ['English: none', 'fr']],
  ['English (no), Deutsch (nativo)', ['English (no)', 'de']],
  ['', []],
])('languages: %s', (written, languages) => {
  expect(languagesOf(written)).toEqual(languages)
})

test('stages and wishes by the words of the form', () => {
  expect(['Mid-career (6 to 15 years)', 'late', 'chief'].map(stageOf)).toEqual(['mid', 'late', null])
  expect(['Like mine', '', 'Later than mine', 'a nice one'].map(wishOf)).toEqual([
    'like',
    'any',
    'later',
    null,
  ])
})

test.each(locales)('the answers of the form are understood in %s', (locale) => {
  const t = words(locale)
  const read = {
    stages: stages.map((code) => stageOf(t(`stage.${code}`))),
    sectors: sectors.map((code) => sectorOf(t(`sector.${code}`))),
    wishes: wishes.map((code) => wishOf(t(`wish.mine.${code}`))),
    interests: interestsOf(interests.map((code) => t(`interest.${code}`)).join(', ')),
  }

  expect(read).toEqual({ stages, sectors, wishes, interests })
})

test('what is not certain is no stage and no wish', () => {
  const stagesRead = ['Student services librarian', 'Early childhood', 'Milieu de carrière', '已退休'].map(
    stageOf,
  )
  const wishesRead = ['Anything but mine', 'Likeable', 'More experienced than I am', 'Pas comme moi'].map(
    wishOf,
  )

  expect(stagesRead).toEqual([null, null, 'mid', 'retired'])
  expect(wishesRead).toEqual([null, null, 'later', 'different'])
})

describe('time zones', () => {
  test.each([
    ['Europe/London', 'Europe/London'],
    ['australia/sydney', 'Australia/Sydney'],
    ['New York', 'America/New_York'],
    ['GMT+2', null],
    ['EST', null],
    ['CET', null],
    ['', null],
  ])('%s', (written, zone) => {
    expect(zoneOf(written)).toBe(zone)
  })

  test('a country has a plausible one', () => {
    expect([defaultZone('PL'), defaultZone('US'), defaultZone('XX')]).toEqual([
      { zone: 'Europe/Warsaw', only: true },
      { zone: 'America/New_York', only: false },
      null,
    ])
    expect([zonesOfCountry('XK'), zonesOfCountry('HM')]).toEqual([['Europe/Belgrade'], ['UTC']])
    expect([countryOfZone('Asia/Calcutta'), countryOfZone('UTC')]).toEqual(['IN', null])
  })
})

describe('a row', () => {
  const columns = ['submittedAt', 'email', 'fullName', 'country', 'wishSector', 'wishNote'] as const
  const reading = { columns, dateOrder: 'dmy', zone: 'UTC' } as const
  const cells = ['11/01/2016 10:00', 'ada@library.example', 'Ada van Dam', 'Holland', 'A big one', 'Anybody!']

  test('keeps in its words what it does not understand', () => {
    const row = readRow(cells, reading)

    expect(
      row.ok && [
        row.submittedAt.toISOString(),
        row.answers.givenName,
        row.answers.familyName,
        row.answers.country,
      ],
    ).toEqual(['2016-01-11T10:00:00.000Z', 'Ada', 'van Dam', 'NL'])
    expect(row.ok && [row.answers.wishSector, row.answers.wishNote, row.answers.stage]).toEqual([
      'any',
      'Anybody!\nA big one',
      null,
    ])
  })

  test.each([
    ['Ada van Dam', 'Ada', 'van Dam'],
    ['van Dam, Ada', 'Ada', 'van Dam'],
    ['Prof. Dr Ada van Dam', 'Ada', 'van Dam'],
    ['Ada van Dam, MLIS', 'Ada', 'van Dam, MLIS'],
    ['Ada', 'Ada', ''],
  ])('with a whole name: %s', (written, givenName, familyName) => {
    const row = readRow([cells[0] ?? '', cells[1] ?? '', written], reading)

    expect(row).toMatchObject({ answers: { givenName, familyName } })
  })

  test('whose first name is how to address somebody has none', () => {
    const columns = ['submittedAt', 'givenName', 'familyName'] as const

    const row = readRow([cells[0] ?? '', 'Mrs.', 'van Dam'], { ...reading, columns })

    expect(row).toMatchObject({ answers: { givenName: '', familyName: 'van Dam' } })
  })

  test('with a zone by a city of another country leaves it to a person', () => {
    const columns = ['submittedAt', 'givenName', 'country', 'zone'] as const
    const zoneIn = (country: string, zone: string) => {
      const row = readRow([cells[0] ?? '', 'Ada', country, zone], { ...reading, columns })
      return row.ok && [row.answers.country, row.answers.zone]
    }

    expect(zoneIn('Puerto Rico', 'San Juan')).toEqual(['PR', null])
    expect(zoneIn('Ireland', 'Europe/London')).toEqual(['IE', 'Europe/London'])
    expect(zoneIn('Poland', 'Warsaw')).toEqual(['PL', 'Europe/Warsaw'])
  })

  test('has its name in one line, whatever the cell held', () => {
    const row = readRow(['11/01/2016 10:00', 'Ada\r\nBcc: you@library.example', 'van\tDam'], {
      columns: ['submittedAt', 'givenName', 'familyName'],
      dateOrder: 'dmy',
      zone: 'UTC',
    })

    expect(row.ok && [row.answers.givenName, row.answers.familyName]).toEqual([
      'Ada Bcc: you@library.example',
      'van Dam',
    ])
  })

  test('knows former rounds in small letters, and loses letters that nobody sees', () => {
    const row = readRow(
      ['11/01/2016 10:00', 'ada\u200f@library.example', 'Ada\u202enaD', '2014b and 2015A'],
      {
        ...reading,
        columns: ['submittedAt', 'email', 'givenName', 'formerRounds'],
      },
    )

    expect(row).toMatchObject({
      answers: { email: 'ada@library.example', givenName: 'AdanaD', formerRounds: ['2014B', '2015A'] },
    })
  })

  test('keeps a place for letters that could not be read', () => {
    const row = readRow(['11/01/2016 10:00', 'ada@library.example', 'Ad\u0081a', ''], reading)

    expect(row).toMatchObject({ answers: { givenName: 'Ad\ufffda' } })
  })

  test('that says neither yes nor no has accepted and given nothing, and keeps its words', () => {
    const row = readRow(
      ['11/01/2016 10:00', 'Ada', 'I have read it but', 'You may not know', 'Let me think'],
      {
        columns: ['submittedAt', 'givenName', 'acceptsCode', 'sharesEmail', 'takesTwo'],
        dateOrder: 'dmy',
        zone: 'UTC',
      },
    )

    expect(row.ok && row.answers).toMatchObject({
      acceptsCode: false,
      acceptsCodeWritten: 'I have read it but',
      sharesEmail: null,
      sharesEmailWritten: 'You may not know',
      takesTwo: false,
      wishNote: 'Let me think',
    })
  })

  test('without a time or a person is no application', () => {
    expect(readRow(['soon', ...cells.slice(1)], reading)).toEqual({ ok: false, problem: 'bad-time' })
    expect(readRow([cells[0] ?? '', '', '', 'Holland'], reading)).toEqual({ ok: false, problem: 'nobody' })
  })

  test('is the same in a later export with other columns', () => {
    const moved = ['Holland', 'ada@library.example', 'Ada  van Dam', 'checked', '11/01/2016 10:00']

    const identities = [
      rowIdentity(cells, columns),
      rowIdentity(moved, ['country', 'email', 'fullName', null, 'submittedAt']),
    ]

    expect(identities[1]).toBe(identities[0])
  })
})
