import { expect, test } from 'vitest'
import type { Answers } from './application.ts'
import type { Change } from './checks.ts'
import { faultsIn } from './faults.ts'

const before: Answers = {
  ...{ email: 'not an address', givenName: 'Ada', familyName: 'Novák', workplace: 'City Library' },
  ...{ country: 'PL', countryWritten: 'Polska', zone: 'Europe/Warsaw', jobTitle: 'Librarian' },
  ...{ sector: 'public', sectorWritten: 'Public library', stage: 'mid', about: '', links: '' },
  ...{ interests: ['marketing'], languages: ['en', 'pl'], formerRounds: [], heardFrom: '' },
  ...{ wishSector: 'any', wishStage: 'any', wishInterests: 'any', wishNote: '', takesTwo: false },
  ...{ acceptsCode: true, acceptsCodeWritten: 'Yes', sharesEmail: true, sharesEmailWritten: 'Yes' },
}

test.each<[string, string, Change, Record<string, string>]>([
  ['another bad address', 'bad-address', { email: 'still not' }, { email: 'bad-email' }],
  ['the same bad address', 'bad-address', { email: 'not an address' }, { email: 'bad-email' }],
  ['no address', 'bad-address', { email: '' }, { email: 'bad-email' }],
  ['a good address', 'bad-address', { email: 'ada@library.example' }, {}],
  ['another answer', 'edited', { email: 'not an address', workplace: 'Library' }, {}],
  ['no name', 'edited', { givenName: '' }, { givenName: 'required' }],
  ['letters that are lost again', 'garbled-text', { familyName: 'Nov\ufffdk' }, { familyName: 'garbled' }],
  ['a country taken away', 'edited', { country: null }, { country: 'required' }],
  ['a withdrawn consent', 'edited', { acceptsCode: false }, {}],
  [
    'several faults at once',
    'edited',
    { email: 'ada@', languages: ['en', 'Klingonish'] },
    { email: 'bad-email', languages: 'unknown-language' },
  ],
])('of a mend, %s', (_name, kind, change, faults) => {
  expect(faultsIn(before, { kind, change })).toEqual(faults)
})
