import { describe, expect, test } from 'vitest'
import { domainsOf } from './addresses.ts'
import type { Answers } from './application.ts'
import { problemsOf } from './checks.ts'
import { realApplications } from './real-file.ts'

const clean: Answers = {
  email: 'ada@library.example',
  givenName: 'Ada',
  familyName: 'Novák',
  country: 'PL',
  countryWritten: 'Polska',
  zone: 'Europe/Warsaw',
  workplace: 'City Library',
  jobTitle: 'Librarian',
  sector: 'public',
  sectorWritten: 'Public library',
  stage: 'mid',
  interests: ['marketing'],
  languages: ['en', 'pl'],
  about: '',
  links: '',
  wishSector: 'any',
  wishStage: 'any',
  wishInterests: 'any',
  wishNote: '',
  formerRounds: [],
  heardFrom: '',
  acceptsCode: true,
  sharesEmail: true,
  takesTwo: false,
}

test('the real file holds these problems and no others', async () => {
  const applications = await realApplications()
  const around = { domains: domainsOf(applications.map(({ email }) => email)) }

  const problems = applications.flatMap((application) => problemsOf(application, around))

  const weight = ({ kind, suggestion, obvious }: (typeof problems)[number]) =>
    `${kind} ${obvious ? 'obvious' : suggestion ? 'suggested' : 'open'}`
  expect(
    Object.fromEntries(
      Object.entries(Object.groupBy(problems, weight)).map(([key, of]) => [key, of?.length]),
    ),
  ).toEqual({
    'bad-address obvious': 7,
    'bad-address open': 4,
    'bad-address suggested': 2,
    'missing-consent open': 2,
    'swapped-fields obvious': 5,
    'unknown-sector obvious': 46,
    'unknown-sector suggested': 19,
  })
})

test('a clean application has no problem', () => {
  expect(problemsOf(clean)).toEqual([])
})

describe('a problem comes with what was written and a likely mend', () => {
  test.each<[string, Partial<Answers>, unknown]>([
    [
      'name and country swapped',
      { givenName: 'Polska', countryWritten: 'Ada', country: null },
      {
        kind: 'swapped-fields',
        written: 'Polska / Ada',
        suggestion: { givenName: 'Ada', countryWritten: 'Polska', country: 'PL' },
        obvious: true,
      },
    ],
    [
      'a name that is a country by chance of both fields',
      { givenName: 'Poland', countryWritten: 'Chad', country: 'TD' },
      {
        kind: 'swapped-fields',
        written: 'Poland / Chad',
        suggestion: { givenName: 'Chad', countryWritten: 'Poland', country: 'PL' },
        obvious: true,
      },
    ],
    [
      'an address in the field of the name',
      { givenName: 'ada@library.example', email: 'Ada' },
      {
        kind: 'swapped-fields',
        written: 'ada@library.example / Ada',
        suggestion: { email: 'ada@library.example', givenName: 'Ada' },
        obvious: true,
      },
    ],
    [
      'no name',
      { givenName: '', familyName: 'Novák' },
      {
        kind: 'missing-name',
        written: 'Novák',
        suggestion: { givenName: 'Novák', familyName: '' },
        obvious: false,
      },
    ],
    [
      'a country with a slip',
      { country: null, countryWritten: 'Polande' },
      { kind: 'unknown-country', written: 'Polande', suggestion: { country: 'PL' }, obvious: true },
    ],
    [
      'a country only known by the zone',
      { country: null, countryWritten: 'here' },
      { kind: 'unknown-country', written: 'here', suggestion: { country: 'PL' }, obvious: false },
    ],
    [
      'no zone in a small country',
      { zone: null },
      { kind: 'unknown-zone', written: '', suggestion: { zone: 'Europe/Warsaw' }, obvious: true },
    ],
    [
      'no zone in a wide one',
      { zone: null, country: 'US' },
      { kind: 'unknown-zone', written: '', suggestion: { zone: 'America/New_York' }, obvious: false },
    ],
    ['no stage', { stage: null }, { kind: 'unknown-stage', written: '', suggestion: null, obvious: false }],
    [
      'a strange language',
      { languages: ['Klingon', 'en'] },
      { kind: 'unknown-language', written: 'Klingon', suggestion: { languages: ['en'] }, obvious: false },
    ],
    [
      'no language',
      { languages: [] },
      { kind: 'no-language', written: '', suggestion: { languages: ['en'] }, obvious: false },
    ],
    [
      'a strange interest',
      { interests: ['Knitting', 'marketing'] },
      {
        kind: 'unknown-interest',
        written: 'Knitting',
        suggestion: { interests: ['marketing'] },
        obvious: false,
      },
    ],
    [
      'six interests',
      {
        interests: [
          'marketing',
          'user-experience',
          'law-government',
          'research-support',
          'health-information',
          'reading-literature',
        ],
      },
      {
        kind: 'too-many-interests',
        written: '6',
        obvious: true,
        suggestion: {
          interests: [
            'marketing',
            'user-experience',
            'law-government',
            'research-support',
            'health-information',
          ],
        },
      },
    ],
    [
      'no consent, which nobody can give for another',
      { acceptsCode: false },
      { kind: 'missing-consent', written: '', suggestion: null, obvious: false },
    ],
  ])('%s', (_, answers, problem) => {
    expect(problemsOf({ ...clean, ...answers })).toEqual([problem])
  })

  test('people may be called like a country', () => {
    expect(problemsOf({ ...clean, givenName: 'Chad' })).toEqual([])
  })
})

test('an accepted suggestion leaves nothing to say', async () => {
  const applications = await realApplications()
  const around = { domains: domainsOf(applications.map(({ email }) => email)) }
  const accepted = applications.map(
    (one) =>
      Object.assign({}, one, ...problemsOf(one, around).map(({ suggestion }) => suggestion)) as Answers,
  )

  const left = accepted.flatMap((one) => problemsOf(one, around)).map(({ kind }) => kind)

  expect(left.sort()).toEqual([
    'bad-address',
    'bad-address',
    'bad-address',
    'bad-address',
    'missing-consent',
    'missing-consent',
  ])
})
