import { describe, expect, test } from 'vitest'
import type { Answers } from './application.ts'
import { problemsOf, type Surroundings, surroundingsOf } from './checks.ts'
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
  acceptsCodeWritten: 'Yes',
  sharesEmail: true,
  sharesEmailWritten: 'Yes',
  takesTwo: false,
}

/** Others of the round are called so. */
const around: Surroundings = { domains: [], names: new Set(['ada', 'chad', 'sunita', 'thandiwe', 'jose']) }

test('the real file holds these problems and no others', async () => {
  const applications = await realApplications()
  const around = surroundingsOf(applications)

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
    'swapped-fields obvious': 4,
    'swapped-fields suggested': 1,
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
      { givenName: 'Poland', countryWritten: 'Ada', country: null },
      {
        kind: 'swapped-fields',
        written: 'Poland / Ada',
        suggestion: { givenName: 'Ada', countryWritten: 'Poland', country: 'PL' },
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
      'letters that were changed on the way',
      { familyName: 'NovÃ¡k' },
      { kind: 'garbled-text', written: 'NovÃ¡k', suggestion: { familyName: 'Novák' }, obvious: false },
    ],
    [
      'letters that were lost on the way',
      { familyName: 'Nov\ufffdk' },
      { kind: 'garbled-text', written: 'Nov\ufffdk', suggestion: null, obvious: false },
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
      'a whole name in the wrong field',
      { givenName: '', familyName: 'Ada Novák' },
      {
        kind: 'missing-name',
        written: 'Ada Novák',
        suggestion: { givenName: 'Ada', familyName: 'Novák' },
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
      { acceptsCode: false, acceptsCodeWritten: 'I have read it' },
      { kind: 'missing-consent', written: 'I have read it', suggestion: null, obvious: false },
    ],
    [
      'no clear word about the address, which is kept back until there is one',
      { sharesEmail: null, sharesEmailWritten: 'Yes, but ask me first' },
      {
        kind: 'unread-sharing',
        written: 'Yes, but ask me first',
        suggestion: null,
        obvious: false,
      },
    ],
  ])('%s', (_, answers, problem) => {
    expect(problemsOf({ ...clean, ...answers }, around)).toEqual([problem])
  })

  test('people may be called like a country', () => {
    expect(problemsOf({ ...clean, givenName: 'Chad' })).toEqual([])
  })
})

describe('answers in the wrong field', () => {
  type Case = [string, Partial<Answers>, (Partial<Answers> & { obvious: boolean }) | null]
  const inZone = (
    zone: string,
    givenName: string,
    countryWritten: string,
    country: string | null = null,
  ) => ({
    ...{ zone, givenName, countryWritten, country },
  })
  const sees = (answers: Partial<Answers>) => {
    const found = problemsOf({ ...clean, ...answers }, around).filter(({ kind }) => kind === 'swapped-fields')
    return found.map(({ suggestion, obvious }) => ({ ...suggestion, obvious }))
  }

  test.each<Case>([
    [
      'a country that the zone confirms, and a name that others have, are swapped',
      inZone('Africa/Johannesburg', 'South Africa', 'Thandiwe'),
      { givenName: 'Thandiwe', countryWritten: 'South Africa', country: 'ZA', obvious: true },
    ],
    [
      'a name that nobody else has could be a town, so it is asked',
      inZone('Europe/Stockholm', 'Sweden', 'Lomma'),
      { givenName: 'Lomma', countryWritten: 'Sweden', country: 'SE', obvious: false },
    ],
    [
      'a name of people that is a country too proves nothing, so it is asked',
      inZone('Asia/Kolkata', 'india', 'Sunita'),
      { givenName: 'Sunita', countryWritten: 'india', country: 'IN', obvious: false },
    ],
    [
      'a country in another language may be a name, so it is asked',
      inZone('Europe/Madrid', 'España', 'José'),
      { givenName: 'José', countryWritten: 'España', country: 'ES', obvious: false },
    ],
    [
      'without a zone nothing confirms it, so it is asked',
      { ...inZone('', 'Poland', 'Ada'), zone: null },
      { givenName: 'Ada', countryWritten: 'Poland', country: 'PL', obvious: false },
    ],
    ['the country twice is asked', inZone('Europe/Stockholm', 'Sweden', 'Sweden', 'SE'), { obvious: false }],
    ['a name like a country and no country are not swapped', inZone('America/Chicago', 'Chad', 'n/a'), null],
    ['nor with a town', inZone('America/New_York', 'Georgia', 'Atlanta'), null],
    ['nor with the town of a zone', inZone('Asia/Kolkata', 'India', 'Kolkata'), null],
    ['nor when the zone says otherwise', inZone('America/Chicago', 'Poland', 'Ada'), null],
    ['nor where the country is known', inZone('Africa/Ndjamena', 'Chad', 'Chad', 'TD'), null],
    ['nor Alba of Spain', inZone('Europe/Madrid', 'Alba', 'España', 'ES'), null],
    [
      'an address for a name and nothing for an address leave a name to ask for',
      { givenName: 'ada@library.example', email: 'n/a' },
      { email: 'ada@library.example', givenName: '', obvious: false },
    ],
    [
      'an address for a name and a name that nobody else has are asked',
      { givenName: 'ada@library.example', email: 'Zdenka' },
      { email: 'ada@library.example', givenName: 'Zdenka', obvious: false },
    ],
    ['an address twice is asked', { givenName: 'ada@library.example' }, { obvious: false }],
  ])('%s', (_, answers, seen) => {
    expect(sees(answers)).toEqual(seen === null ? [] : [seen])
  })

  test('whoever is called like a country is in a country of the same name only by their own word', () => {
    for (const name of [
      'Chad',
      'Jordan',
      'Georgia',
      'India',
      'Israel',
      'Kenya',
      'Ireland',
      'France',
      'Malta',
    ])
      for (const written of ['', 'n/a', 'none', 'Springfield', 'home', 'Delhi', '12', '?'])
        for (const zone of ['Asia/Kolkata', 'America/Chicago', 'Asia/Amman', 'Europe/Paris', null])
          expect(sees({ givenName: name, countryWritten: written, country: null, zone })).toEqual([])
  })
})

test('an accepted suggestion leaves nothing to say', async () => {
  const applications = await realApplications()
  const around = surroundingsOf(applications)
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
