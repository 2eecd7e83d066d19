import { describe, expect, test } from 'vitest'
import type { Application } from './application.ts'
import { duplicatesAmong, pairKey } from './duplicates.ts'
import { mergedAnswers } from './merging.ts'
import { realApplications } from './real-file.ts'

const nameless = {
  ...(await realApplications())[0],
  links: '',
  about: '',
  interests: [],
  jobTitle: '',
  workplace: '',
} as Application
const one = {
  ...nameless,
  id: '1',
  email: 'maria.ibanez@library.example',
  givenName: 'María',
  familyName: 'Ibáñez',
  country: 'ES',
}
const two = {
  ...one,
  id: '2',
  email: 'mi@mail.example',
  submittedAt: new Date(one.submittedAt.getTime() + 1),
  stage: 'late',
  sector: 'lis',
} as const

describe('in the real file', () => {
  test('nine people sent twice from one address, six more from another, and 111 pairs are namesakes', async () => {
    const found = duplicatesAmong(await realApplications())

    const counted = Object.groupBy(
      found,
      ({ certainty, suggestion, obvious }) => `${certainty} ${suggestion} ${obvious}`,
    )
    expect(Object.entries(counted).map(([key, of]) => [key, of?.length])).toEqual([
      ['certain merge true', 9],
      ['likely merge true', 7],
      ['possible keep-both false', 4],
      ['namesake keep-both true', 111],
    ])
    const late = found.filter(({ suggestion }) => suggestion === 'merge').map(({ later }) => later)
    expect([...new Set(late)].sort().map(Number)).toEqual([
      192, 309, 352, 367, 501, 537, 555, 618, 711, 769, 774, 874, 921, 926, 1056,
    ])
  })

  test('twenty thousand are compared too', async () => {
    const applications = await realApplications()
    const many = Array.from({ length: 19 }, (_, k) =>
      applications.map((each) => ({
        ...each,
        id: `${k}-${each.id}`,
        email: `${k}${each.email}`,
        workplace: `${each.workplace} ${k}`,
      })),
    ).flat()

    const found = duplicatesAmong(many)

    expect(found.length).toBeGreaterThan(131 * 19)
  })
})

describe('two applications', () => {
  test.each<[string, Partial<Application>, [string, string, boolean] | null]>([
    ['one address and one name', { email: 'Maria.Ibanez@LIBRARY.example' }, ['certain', 'merge', true]],
    [
      'one address, and a workplace in one of them only',
      { email: 'maria.ibanez@library.example', workplace: '', givenName: 'maría' },
      ['certain', 'merge', true],
    ],
    [
      'one address and two names',
      { email: 'maria.ibanez@library.example', givenName: 'Pepa', workplace: 'City Library' },
      ['mailbox', 'merge', false],
    ],
    [
      'one address and two names that are one slip apart',
      { email: 'maria.ibanez@library.example', familyName: 'Ibáñes', workplace: 'City Library' },
      ['mailbox', 'merge', false],
    ],
    [
      'one address and an initial',
      { email: 'maria.ibanez@library.example', givenName: 'M.', workplace: 'City Library' },
      ['mailbox', 'merge', false],
    ],
    [
      'one address and two countries',
      { email: 'maria.ibanez@library.example', country: 'FR', workplace: 'City Library' },
      ['mailbox', 'merge', false],
    ],
    [
      'one address and two workplaces',
      { email: 'maria.ibanez@library.example', workplace: 'State Library' },
      ['mailbox', 'merge', false],
    ],
    [
      'one address but for what follows a plus',
      { email: 'maria.ibanez+iln@library.example', workplace: 'City Library' },
      ['mailbox', 'merge', false],
    ],
    [
      'two names before one at sign and after two pluses',
      { email: 'maria.ibanez+pepa@library.example', givenName: 'Pepa', familyName: 'Ruiz' },
      ['mailbox', 'merge', false],
    ],
    ['one name in one country', {}, ['namesake', 'keep-both', true]],
    [
      'one name with and without accents',
      { givenName: 'maria', familyName: 'IBANEZ' },
      ['namesake', 'keep-both', true],
    ],
    [
      'given and family name swapped',
      { givenName: 'Ibáñez', familyName: 'María' },
      ['namesake', 'keep-both', true],
    ],
    ['one name at one workplace', { workplace: 'City Library' }, ['possible', 'keep-both', false]],
    [
      'an initial at one workplace',
      { givenName: 'M.', workplace: 'City Library' },
      ['possible', 'keep-both', false],
    ],
    [
      'a second family name at one workplace',
      { familyName: 'Ibáñez López', workplace: 'City Library' },
      ['possible', 'keep-both', false],
    ],
    [
      'a slip at one workplace',
      { familyName: 'Ibáñes', workplace: 'City Library' },
      ['possible', 'keep-both', false],
    ],
    ['one name in two countries', { country: 'FR' }, null],
    ['an initial at another workplace', { givenName: 'M.', workplace: 'State Library' }, null],
    ['colleagues', { givenName: 'Pepa', familyName: 'Ruiz', workplace: 'City Library' }, null],
    ['no address twice', { email: 'n/a', givenName: 'Pepa', familyName: 'Ruiz' }, null],
  ])('%s', (_, change, verdict) => {
    const first = { ...one, workplace: 'City Library', email: change.email === 'n/a' ? 'n/a' : one.email }

    const [found] = duplicatesAmong([{ ...two, ...change }, first])

    expect(found ? [found.certainty, found.suggestion, found.obvious] : null).toEqual(verdict)
    if (found) expect([found.earlier, found.later]).toEqual(['1', '2'])
  })

  test('that were decided about are not shown again', () => {
    expect(duplicatesAmong([one, two], new Set([pairKey('2', '1')]))).toEqual([])
  })
})

describe('merging', () => {
  test('keeps the later answers, and the earlier ones where the later are empty', () => {
    const earlier = {
      ...one,
      about: 'hello',
      links: '@maria',
      zone: 'Europe/Madrid',
      givenName: 'María',
      acceptsCode: true,
      formerRounds: ['2015A'],
    }
    const later = {
      ...two,
      about: 'hello (corrected)',
      links: '',
      zone: null,
      givenName: 'maria',
      acceptsCode: false,
      acceptsCodeWritten: '',
      email: 'n/a',
      formerRounds: ['2014B'],
    }

    const merged = mergedAnswers(earlier, later)

    expect(merged).toMatchObject({
      about: 'hello (corrected)',
      links: '@maria',
      zone: 'Europe/Madrid',
      givenName: 'María',
      acceptsCode: true,
      stage: 'late',
      email: one.email,
      formerRounds: ['2014B', '2015A'],
    })
  })

  test('what was written since about the code and the address counts', () => {
    const merged = mergedAnswers(
      { ...one, acceptsCode: true, acceptsCodeWritten: 'Yes', sharesEmail: true },
      {
        ...{ ...two, acceptsCode: false, acceptsCodeWritten: 'I do not accept it any more' },
        ...{ sharesEmail: null, sharesEmailWritten: 'Rather not, or only if needed' },
      },
    )

    expect(merged).toMatchObject({
      acceptsCode: false,
      acceptsCodeWritten: 'I do not accept it any more',
      sharesEmail: null,
    })
  })
})
